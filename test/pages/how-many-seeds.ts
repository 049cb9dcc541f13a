import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { runHere } from "../../packages/cli/test/run-here.js";
import { ROOT } from "../actbench.js";
import type { PageCase } from "./page-case.js";

const PAGE = "docs/how-many-seeds.md";

/** Plans before and after a run; the table of detectable effects is what a plan says. */
export const howManySeeds: PageCase = {
  page: PAGE,
  check: async (cwd) => {
    const page = readFileSync(join(ROOT, PAGE), "utf8");
    const rows = [...page.matchAll(/^\| (\d+) +\| ([\d.]+) SD +\| ([\d.]+) SD +\|/gm)];
    expect(rows).toHaveLength(6);
    for (const [, seeds = "", ...effects] of rows)
      for (const [i, activations] of ["relu,gelu", "relu,gelu,tanh,elu"].entries()) {
        const words = ["plan", "seeds.yaml", `activation=${activations}`, "epochs=4", "--seeds", seeds];
        const { stdout } = await runHere([...words, "--out", "nowhere"], cwd);
        expect([seeds, activations, stdout]).toEqual([
          seeds,
          activations,
          expect.stringMatching(new RegExp(`\\b${effects[i]} sd\\b`, "i")),
        ]);
      }
  },
};
