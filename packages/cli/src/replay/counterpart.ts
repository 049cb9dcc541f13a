import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { listRuns } from "@actbench/sweep";
import type { RunsPlace } from "../runs/find-run.js";
import { type FoundTrial, findTrial } from "../runs/find-trial.js";
import { loadRun } from "../runs/load-runs.js";
import { oneLine } from "../terminal/own-codes.js";
import type { Terminal } from "../terminal/terminal.js";
import { UsageError } from "../usage-error.js";
import { readTrace, type Trace } from "./trace.js";

/** What a trial is held against: a file of digests, or a trial of the same or of another id. */
export type Counterpart =
  | { readonly kind: "trace"; readonly trace: Trace }
  | { readonly kind: "trial"; readonly found: FoundTrial };

/**
 * What a user means by `--against`: a trace, a run (its trial of the same id, or of the same point and seed),
 * or a trial: by its id, or by its number in the same run.
 */
export async function findCounterpart(
  text: string,
  { trial, run }: { readonly trial: FoundTrial; readonly run: string },
  place: RunsPlace,
  terminal: Pick<Terminal, "note">,
): Promise<Counterpart> {
  const path = resolve(place.cwd, text);
  const trace = readTrace(path, text);
  if (trace !== undefined) return { kind: "trace", trace };
  const isRun = existsSync(path) || listRuns(place.out).some((folder) => basename(folder).startsWith(text));
  if (isRun) return { kind: "trial", found: await trialLike(trial, text, place, terminal) };
  const sameRun = /^\d{1,7}$/.test(text) ? run : undefined;
  return { kind: "trial", found: (await findTrial(text, sameRun, place, terminal)).found };
}

async function trialLike(
  { planned, point }: FoundTrial,
  run: string,
  place: RunsPlace,
  terminal: Pick<Terminal, "note">,
): Promise<FoundTrial> {
  const { path, study, records } = await loadRun(run, place, terminal);
  const labeled = study.points.find(({ label }) => label === point.label);
  const other =
    study.plan.find(({ id }) => id === planned.id) ??
    study.plan.find((one) => one.point === labeled?.point && one.seed === planned.seed);
  const itsPoint = other && study.points[other.point];
  if (other === undefined || itsPoint === undefined)
    throw new UsageError(
      `${run} has neither trial ${planned.id.slice(0, 8)} nor a point "${oneLine(point.label)}" with seed ${planned.seed}`,
      `actbench status ${run} shows its contents; --against takes a trial's id as well`,
    );
  const record = records.find(({ id }) => id === other.id);
  return {
    run: basename(path),
    planned: other,
    point: itsPoint,
    places: { path, config: study.config },
    stats: study.stats,
    ...(record === undefined ? {} : { record }),
  };
}
