import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { PageCase } from "./page-case.js";
import { firstTrial, smallRun } from "./small-run.js";

/** Networks written for other tools. */
export const models: PageCase = {
  page: "docs/models.md",
  prepare: async (cwd) => void (await smallRun(cwd, "quickstart")),
  words: (cwd) => {
    const [run = ""] = readdirSync(join(cwd, "results"));
    return { "3fa9": firstTrial(join(cwd, "results", run)).slice(0, 12) };
  },
};
