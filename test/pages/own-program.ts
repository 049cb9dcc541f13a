import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { ROOT } from "../actbench.js";
import { onlyRun, results } from "../tiny-study.js";
import type { PageCase } from "./page-case.js";

/** A user's program, unchanged. */
export const ownProgram: PageCase = {
  page: "docs/from-your-own-program.md",
  prepare: (cwd) => {
    mkdirSync(join(cwd, "node_modules"));
    symlinkSync(join(ROOT, "packages/cli"), join(cwd, "node_modules/actbench"));
  },
  check: (cwd) => {
    const threads = results(onlyRun(cwd));
    expect(threads).toHaveLength(4);
    const digests = (rows: typeof threads) => rows.map(({ digest }) => digest);
    expect(digests(results(onlyRun(cwd, "results-here")))).toEqual(digests(threads));
  },
};
