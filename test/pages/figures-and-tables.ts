import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { parseCsv } from "../parse-csv.js";
import { pageBlocks } from "./page-blocks.js";
import type { PageCase } from "./page-case.js";

const PAGE = "docs/figures-and-tables.md";

/** Tables of a small run; the programs of the page find the columns that they read. */
export const figuresAndTables: PageCase = {
  page: PAGE,
  check: (cwd) => {
    const columns = Object.keys(parseCsv(readFileSync(join(cwd, "trials.csv"), "utf8"))[0] ?? {});
    const [program] = pageBlocks(PAGE).filter(({ kind }) => kind === "python");
    const read = [...(program?.text ?? "").matchAll(/row\["([\w.]+)"\]/g)].map(([, name]) => name);
    expect(read).toEqual(["status", "activation", "lr", "test_accuracy"]);
    expect(columns).toEqual(expect.arrayContaining(read));
    for (const figure of ["forest.svg", "curves.svg"])
      expect(readFileSync(join(cwd, figure), "utf8")).toMatch(/<svg /);
    expect(readFileSync(join(cwd, "effects.tex"), "utf8")).toContain("\\begin{tabular}");
  },
};
