import { join } from "node:path";
import { renderReport } from "@actbench/report";
import { RUN_FILES, readHistory, readRun } from "@actbench/sweep";
import { type LookOptions, lookAt } from "./look-at.js";
import { replaceFile } from "./replace-file.js";

/**
 * Writes a run's page from its files, so that it is the same page whenever it is written; gives its path. Of a finished
 * run this shows verdicts and is noted as a look; the page of an unfinished one holds them back.
 */
export async function writeReport(folder: string, look: LookOptions): Promise<string> {
  const contents = await readRun(folder);
  const { study, speed } = contents;
  const records = [...contents.records.values()];
  const run = { path: folder, study, records, history: readHistory(contents), ...(speed && { speed }) };
  const page = join(folder, RUN_FILES.report);
  const shown = records.length === study.plan.length ? lookAt(run, look) : run;
  replaceFile(page, renderReport({ runs: [shown] }));
  return page;
}
