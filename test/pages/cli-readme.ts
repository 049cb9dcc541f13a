import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../actbench.js";
import type { PageCase } from "./page-case.js";
import { SMALLER, smallRun } from "./small-run.js";

/** The command's own page, besides the quickstart. */
export const cliReadme: PageCase = {
  page: "packages/cli/README.md",
  prepare: async (cwd) => {
    mkdirSync(join(cwd, "configs"));
    copyFileSync(`${ROOT}configs/quickstart.yaml`, join(cwd, "configs/quickstart.yaml"));
    const run = await smallRun(cwd, "pages", ["seeds=1", "--out", "earlier"]);
    for (const name of ["before.html", "after.html"]) copyFileSync(join(run, "report.html"), join(cwd, name));
  },
  smaller: { run: [...SMALLER, "model.hidden=[8]", "seeds=1"] },
};
