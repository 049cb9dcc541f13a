import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { runHere } from "../../packages/cli/test/run-here.js";
import { results } from "../tiny-study.js";
import type { PageCase } from "./page-case.js";
import { SMALLER } from "./small-run.js";

/** The same file twice, on the file that `init` writes. */
export const reproducibility: PageCase = {
  page: "docs/reproducibility.md",
  prepare: async (cwd) => {
    expect(await runHere(["init"], cwd)).toMatchObject({ code: 0 });
  },
  smaller: { run: [...SMALLER, "seeds=1"] },
  check: (cwd) => {
    const [here, there] = ["results", "mine"].map((out) => {
      const [run = ""] = readdirSync(join(cwd, out)).filter((name) => name.startsWith("sweep"));
      return results(join(cwd, out, run)).map(({ digest }) => digest);
    });
    expect(here).toHaveLength(4);
    expect(there).toEqual(here);
  },
};
