import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { PageCase } from "./page-case.js";
import { smallRun } from "./small-run.js";

/** The live page, and whether a page is true. */
export const readingAReport: PageCase = {
  page: "docs/reading-a-report.md",
  prepare: async (cwd) => {
    copyFileSync(join(await smallRun(cwd, "own", ["seeds=1"]), "report.html"), join(cwd, "page.html"));
  },
  env: () => ({ BROWSER: "none" }),
  words: () => ({ CONFIG: "own.yaml", "report RUN": "report own" }),
  smaller: { run: ["seeds=1"] },
  ended: ["actbench report RUN --watch"],
};
