import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { results } from "../tiny-study.js";
import type { PageCase } from "./page-case.js";

/** Plugins: a formula, builders, functions. */
export const yourOwnActivation: PageCase = {
  page: "docs/your-own-activation.md",
  check: (cwd) => {
    expect(readFileSync(join(cwd, "my_bump.svg"), "utf8")).toMatch(/^<svg /);
    const rows = readdirSync(join(cwd, "results")).flatMap((run) => results(join(cwd, "results", run)));
    // Three points and a fixed variant of one on three seeds; code beside relu on one.
    expect(rows).toHaveLength(12 + 2);
    expect(rows.map(({ status }) => status)).toEqual(rows.map(() => "completed"));
  },
};
