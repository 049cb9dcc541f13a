import type { Dataset } from "@actbench/core";
import { renderReport } from "@actbench/report";
import { readHistory, readRun } from "@actbench/sweep";
import { type LookOptions, lookAt } from "./look-at.js";
import { withRegions } from "./with-regions.js";

export interface PageOptions extends LookOptions {
  /** Datasets that this process holds; others are looked for. */
  readonly datasets?: readonly Dataset[];
}

/**
 * A run's page from its files, so that it is the same page whenever it is made. Of a finished run this shows verdicts
 * and is noted as a look; the page of an unfinished one holds them back.
 */
export async function renderRun(folder: string, look: PageOptions): Promise<string> {
  const contents = await readRun(folder);
  const { study, speed } = contents;
  const records = [...contents.records.values()];
  const run = { path: folder, study, records, history: readHistory(contents), ...(speed && { speed }) };
  const shown = records.length === study.plan.length ? lookAt(run, look) : run;
  return renderReport({ runs: [await withRegions(shown, look.note, look.datasets)] });
}
