import { join } from "node:path";
import { RUN_FILES } from "@actbench/sweep";
import { type PageOptions, renderRun } from "./render-run.js";
import { replaceFile } from "./replace-file.js";

/** Writes a run's page (`renderRun`) into its folder; gives its path. */
export async function writeReport(folder: string, look: PageOptions): Promise<string> {
  const page = join(folder, RUN_FILES.report);
  replaceFile(page, await renderRun(folder, look));
  return page;
}
