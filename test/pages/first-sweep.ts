import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { results } from "../tiny-study.js";
import type { PageCase } from "./page-case.js";
import { SMALLER } from "./small-run.js";

/** Five minutes, from no file to the next question. */
export const firstSweep: PageCase = {
  page: "docs/first-sweep.md",
  smaller: { run: SMALLER },
  check: (cwd) => {
    const rows = readdirSync(join(cwd, "results")).map((run) => results(join(cwd, "results", run)).length);
    // Four points with three seeds, then four; and three other activations.
    expect(rows.sort((a, b) => a - b)).toEqual([9, 16]);
  },
};
