import { copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { ROOT } from "../actbench.js";
import { results } from "../tiny-study.js";
import type { PageCase } from "./page-case.js";

/** A table from its file and by a custom name: both ways to the same rows give the same digests. */
export const yourOwnData: PageCase = {
  page: "docs/your-own-data.md",
  prepare: (cwd) => copyFileSync(`${ROOT}examples/data/flowers.csv`, join(cwd, "flowers.csv")),
  env: (cwd) => ({ ACTBENCH_CACHE: join(cwd, "cache") }),
  check: (cwd) => {
    const runs = readdirSync(join(cwd, "results")).sort();
    expect(runs).toEqual([expect.stringMatching(/^by-name-/), expect.stringMatching(/^flowers-/)]);
    const [byName, fromFile] = runs.map((run) => results(join(cwd, "results", run)));
    expect(byName).toHaveLength(6);
    const digests = (rows: typeof byName) =>
      rows?.map(({ activation, seed, digest }) => [activation, seed, digest]);
    expect(digests(byName)).toEqual(digests(fromFile));
    // Chance is a third.
    for (const row of byName ?? []) expect(Number(row.test_accuracy)).toBeGreaterThan(0.5);
  },
};
