import { join } from "node:path";
import { renderReport } from "@actbench/report";
import { RUN_FILES, readRun } from "@actbench/sweep";
import { replaceFile } from "./replace-file.js";

/** Writes a run's page from its files, so that it is the same page whenever it is written; gives its path. */
export async function writeReport(folder: string): Promise<string> {
  const { study, records } = await readRun(folder);
  const page = join(folder, RUN_FILES.report);
  replaceFile(page, renderReport({ runs: [{ study, records: [...records.values()] }] }));
  return page;
}
