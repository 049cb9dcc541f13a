import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { runHere } from "../../packages/cli/test/run-here.js";
import { writeSweep } from "../tiny-study.js";
import { pageBlocks } from "./page-blocks.js";
import type { PageCase } from "./page-case.js";
import { SMALLER, smallRun } from "./small-run.js";

/**
 * The README: its two commands, its sweep file, and the list of commands with something in the place of each
 * capital word.
 */
export const readme: PageCase = {
  page: "README.md",
  prepare: async (cwd) => {
    const yaml = pageBlocks("README.md").find(({ kind }) => kind === "yaml");
    writeSweep(cwd, yaml?.text ?? "", "my.yaml");
    await smallRun(cwd, "own", ["--out", "runs"]);
    for (const part of [1, 2]) await smallRun(cwd, "own", [`--shard=${part}/2`, "--out", `shard-${part}`]);
    writeSweep(cwd, "x,kind\n5,a\n2,b\n3,a\n8,b\n5,a\n6,b\n1,a\n8,b\n9,a\n4,b\n", "table.csv");
  },
  env: (cwd) => ({ BROWSER: "none", ACTBENCH_CACHE: join(cwd, "cache") }),
  words: (cwd) => {
    const runs = readdirSync(join(cwd, "runs")).map((name) => join("runs", name));
    return {
      CONFIG: "own.yaml",
      "[key=value …]": "train.lr=0.1,0.2",
      "merge RUN …": "merge shard-1/* shard-2/*",
      "--out DIR": "--out merged",
      "RUN …": `${runs[0]}`,
      "[RUN]": `${runs[0]}`,
      RUN: `${runs[0]}`,
      "A B …": `${runs[0]} ${runs[0]}`,
      "[-o FILE]": "-o page.html",
      "show TRIAL": "show 1 --run own",
      "model TRIAL": "model 1 --run own",
      "TRIAL [--against OTHER]": "1 own --against 1",
      "evaluate FILE": "evaluate own.npz --point 0",
      "show NAME": "show elu",
      "NAME FILE …": "numbers table.csv --target kind",
      "[FILE]": "begun.yaml",
      "…": "",
    };
  },
  before: {
    "actbench evaluate FILE --config CONFIG": async (cwd) => {
      const run = join(cwd, "runs", readdirSync(join(cwd, "runs"))[0] ?? "");
      expect((await runHere(["model", "1", run, "-o", "own.npz"], cwd)).code).toBe(0);
    },
  },
  smaller: { run: [...SMALLER, "activation=relu,gelu", "model.init=he", "seeds=1"] },
  listed: {
    "actbench bench [ACTIVATION …]": "seconds; lines of docs/speed.md run it",
    "actbench agent": "it needs a queue; queue.test.ts runs it",
    "npx --yes pnpm@12.21.0 test": "it is this test's own caller; .ci/run has the line",
  },
  check: (cwd) => {
    expect(readdirSync(join(cwd, "results")).length).toBeGreaterThanOrEqual(3);
    expect(readdirSync(join(cwd, "merged"))).toHaveLength(1);
  },
};
