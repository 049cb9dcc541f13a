import type { PageCase } from "./page-case.js";
import { smallRun } from "./small-run.js";

/** Tables for pandas; what Python makes of them is in notebook.slow.test.ts. */
export const notebook: PageCase = {
  page: "docs/notebook.md",
  prepare: async (cwd) => void (await smallRun(cwd, "quickstart")),
};
