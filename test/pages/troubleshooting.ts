import { writeSweep } from "../tiny-study.js";
import type { PageCase } from "./page-case.js";
import { smallSweep } from "./small-run.js";

/** What to type first when something looks wrong. */
export const troubleshooting: PageCase = {
  page: "docs/troubleshooting.md",
  prepare: (cwd) => void writeSweep(cwd, smallSweep("sweep"), "sweep.yaml"),
};
