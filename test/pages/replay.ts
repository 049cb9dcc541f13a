import { readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { PageCase } from "./page-case.js";
import { firstTrial, smallRun } from "./small-run.js";

/** Trials trained again, against themselves, each other and a trace. */
export const replay: PageCase = {
  page: "docs/replay.md",
  prepare: async (cwd) => {
    await smallRun(cwd, "quickstart", ["seeds=4"]);
    renameSync(
      await smallRun(cwd, "quickstart", ["seeds=4", "--out", "elsewhere"]),
      join(cwd, "results/other-run"),
    );
  },
  words: (cwd) => {
    const [run = ""] = readdirSync(join(cwd, "results")).filter((name) => name.startsWith("quickstart-"));
    return { "3fa9": firstTrial(join(cwd, "results", run)).slice(0, 12) };
  },
  // Two seeds are two trainings.
  codes: { "actbench replay 12 quickstart --against 13": 1 },
};
