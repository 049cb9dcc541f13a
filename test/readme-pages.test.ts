import { describe, it } from "vitest";
import { PAGE_CASES } from "./pages/cases.js";
import { checkPage, PAGE_TIMEOUT } from "./pages/check-page.js";

// Beside pages.test.ts, so that both workers share the pages.
const cases = PAGE_CASES.filter(({ page }) => !page.startsWith("docs/"));

describe("every command line of the READMEs and of CONTRIBUTING.md runs, in its page's order", () => {
  it.each(cases.map((one) => [one.page, one] as const))("%s", (_, one) => checkPage(one), PAGE_TIMEOUT);
});
