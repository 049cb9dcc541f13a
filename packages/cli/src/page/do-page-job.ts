import { basename } from "node:path";
import type { Dataset } from "@actbench/core/internal";
import { type Run, rankRun, renderReport } from "@actbench/report";
import { RUN_FILES, readHistory, readRun } from "@actbench/sweep";
import { EXIT } from "../exit-code.js";
import { damageCode, type LoadedRun, loadRuns, problemText } from "../runs/load-runs.js";
import { withLook } from "../runs/look-at.js";
import { withFits } from "../runs/with-fits.js";
import { withRegions } from "../runs/with-regions.js";
import { shownPath } from "../terminal/shown-path.js";
import { UsageError } from "../usage-error.js";
import type { AskedPageJob, MadePage, OwnPageJob, PageCalls, PageJob } from "./page-job.js";

// Of the time that a page of 100,000 trials takes, until its runs are read.
const READING = 0.2;

/**
 * Makes a page here and now, whatever its size: in the command's own thread, or in one that was started for
 * it.
 */
export async function doPageJob(job: PageJob, calls: PageCalls): Promise<MadePage> {
  return job.kind === "own" ? ownPage(job, calls) : askedPage(job, calls);
}

/**
 * A run's page from its files, so that it is the same page whenever it is made. Of a finished run this shows
 * verdicts and is noted as a look; the page of an unfinished one holds them back.
 */
async function ownPage(job: OwnPageJob, calls: PageCalls): Promise<MadePage> {
  const { folder, command, datasets, ranks } = job;
  const { note, onProblem = (problem) => note(problemText(basename(folder), problem)) } = calls;
  const contents = await readRun(folder, { onProblem: (problem) => problem.id && onProblem(problem) });
  const { study, withEnds, speed } = contents;
  const records = [...contents.records.values()];
  const history = readHistory(contents);
  const run = { path: folder, study, records, withEnds, history, ...(speed && { speed }) };
  const isWhole = records.length === study.plan.length;
  const { seen, looks } = isWhole ? withLook(run, command) : { seen: run, looks: [] };
  const ranked = ranks ? rankRun(seen) : undefined;
  const page = renderReport({
    runs: [await withNetworks(seen, note, datasets)],
    onProgress: afterReading(calls),
  });
  return { page, code: EXIT.ok, looks, ...(ranked && { ranks: ranked }) };
}

async function askedPage({ names, place, command }: AskedPageJob, calls: PageCalls): Promise<MadePage> {
  const { note } = calls;
  const loaded = await loadRuns(names, place, { note });
  if (command !== undefined) refuseEmpty(loaded, place.cwd);
  const looked = loaded.map((run) =>
    command === undefined ? { seen: run, looks: [] } : withLook(run, command),
  );
  const runs: LoadedRun[] = [];
  for (const { seen } of looked) runs.push(await withNetworks(seen, note));
  const page = renderReport({ runs, onProgress: afterReading(calls) });
  return { page, code: damageCode(runs), looks: looked.flatMap(({ looks }) => looks) };
}

/** What networks answer over their inputs: classes over the plane, or numbers. */
async function withNetworks<R extends Run & { readonly path: string }>(
  run: R,
  note: (text: string) => void,
  datasets: readonly Dataset[] = [],
): Promise<R> {
  return withFits(await withRegions(run, note, datasets), note, datasets);
}

/** A page without a trial says nothing, and may take the place of one that does. */
function refuseEmpty(runs: readonly LoadedRun[], cwd: string): void {
  const empty = runs.find(({ records }) => records.length === 0);
  if (empty !== undefined)
    throw new UsageError(
      `${shownPath(empty.path, cwd)}: no trial of this run has finished`,
      `its ${RUN_FILES.journal} is empty or missing; run the sweep, or restore the file`,
    );
}

function afterReading({ onProgress = () => {} }: PageCalls): (share: number) => void {
  onProgress(READING);
  return (share) => onProgress(READING + (1 - READING) * share);
}
