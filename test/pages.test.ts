import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { ROOT } from "./actbench.js";
import { PAGE_CASES } from "./pages/cases.js";
import { checkPage, PAGE_TIMEOUT } from "./pages/check-page.js";
import { pageBlocks } from "./pages/page-blocks.js";

// All others are in readme-pages.test.ts.
const cases = PAGE_CASES.filter(({ page }) => page.startsWith("docs/"));

describe("every command line of docs/ runs, in its page's order", () => {
  it.each(cases.map((one) => [one.page, one] as const))("%s", (_, one) => checkPage(one), PAGE_TIMEOUT);

  it("no page with a command line is left out", () => {
    const { stdout } = spawnSync("git", ["ls-files", "*.md"], { cwd: ROOT, encoding: "utf8" });
    // Findings install other people's packages: they run outside of CI.
    const pages = stdout.split("\n").filter((page) => page !== "" && !page.startsWith("findings/"));
    expect(pages.length).toBeGreaterThan(40);
    const withLines = pages.filter((page) => pageBlocks(page).some(({ lines }) => lines.length > 0));
    expect(withLines.sort()).toEqual(
      PAGE_CASES.filter((one) => pageBlocks(one.page).some(({ lines }) => lines.length > 0))
        .map(({ page }) => page)
        .sort(),
    );
  });
});
