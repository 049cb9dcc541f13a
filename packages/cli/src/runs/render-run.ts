import { basename } from "node:path";
import type { Dataset } from "@actbench/core/internal";
import { renderReport } from "@actbench/report";
import { type RunProblem, readHistory, readRun } from "@actbench/sweep";
import { problemText } from "./load-runs.js";
import { type LookOptions, lookAt } from "./look-at.js";
import { withRegions } from "./with-regions.js";

export interface PageOptions extends LookOptions {
  /** Gets damage that is found only as the page is made, in a curve of a large run; without it, `note` does. */
  readonly onProblem?: (problem: RunProblem) => void;
  /** Datasets that this process holds; others are looked for. */
  readonly datasets?: readonly Dataset[];
}

/**
 * A run's page from its files, so that it is the same page whenever it is made. Of a finished run this shows verdicts
 * and is noted as a look; the page of an unfinished one holds them back.
 */
export async function renderRun(folder: string, look: PageOptions): Promise<string> {
  const { note, onProblem = (problem) => note(problemText(basename(folder), problem)) } = look;
  const contents = await readRun(folder, { onProblem: (problem) => problem.id && onProblem(problem) });
  const { study, speed } = contents;
  const records = [...contents.records.values()];
  const run = { path: folder, study, records, history: readHistory(contents), ...(speed && { speed }) };
  const shown = records.length === study.plan.length ? lookAt(run, look) : run;
  return renderReport({ runs: [await withRegions(shown, note, look.datasets)] });
}
