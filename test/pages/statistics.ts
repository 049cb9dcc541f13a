import { writeSweep } from "../tiny-study.js";
import type { PageCase } from "./page-case.js";
import { smallRun, smallSweep } from "./small-run.js";

/** A plan, and a plan by the spread of an earlier run. */
export const statistics: PageCase = {
  page: "docs/statistics.md",
  prepare: async (cwd) => {
    writeSweep(cwd, smallSweep("my"), "my.yaml");
    await smallRun(cwd, "earlier-run");
  },
};
