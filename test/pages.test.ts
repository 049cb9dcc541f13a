import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { ROOT, temporaryFolder } from "./actbench.js";
import { PAGE_CASES } from "./pages/cases.js";
import { pageBlocks } from "./pages/page-blocks.js";
import { runPage } from "./pages/run-page.js";

/** A page is some twenty commands. */
const TIMEOUT_MS = 180_000;

describe("every command line of the documents runs, in its page's order", () => {
  it.each(PAGE_CASES.map((one) => [one.page, one] as const))(
    "%s",
    async (page, one) => {
      const { ran, listed } = await runPage(one, temporaryFolder());
      const all = pageBlocks(page).flatMap(({ lines }) => lines);
      expect([...ran, ...listed].sort()).toEqual([...all].sort());
      expect([...listed].sort()).toEqual(Object.keys(one.listed ?? {}).sort());
    },
    TIMEOUT_MS,
  );

  it("no page with a command line is left out", () => {
    const { stdout } = spawnSync("git", ["ls-files", "*.md"], { cwd: ROOT, encoding: "utf8" });
    const pages = stdout.split("\n").filter((page) => page !== "");
    expect(pages.length).toBeGreaterThan(40);
    const withLines = pages.filter((page) => pageBlocks(page).some(({ lines }) => lines.length > 0));
    expect(withLines.sort()).toEqual(
      PAGE_CASES.filter((one) => pageBlocks(one.page).some(({ lines }) => lines.length > 0))
        .map(({ page }) => page)
        .sort(),
    );
  });
});
