import { resolve } from "node:path";
import type { ErrorRecord, StudyRecord, TrialRecord } from "@actbench/core";
import { type Progress, readRun, type Summary } from "@actbench/sweep";
import { coreCount } from "../machine/cores.js";
import { MOST_WORKERS, resolveWorkers } from "../machine/resolve-workers.js";
import type { Study } from "../study/load-study.js";
import { runSession } from "../study/run-session.js";
import { VERSION } from "../version.js";
import {
  checkArgument,
  checkOptions,
  countUpTo,
  type Expected,
  FLAG,
  FUNCTION,
  SIGNAL,
  TEXT,
} from "./check-call.js";

export interface RunOptions {
  /** The folder of runs; default: `results`. */
  readonly out?: string;
  /** Trials at once; default: what the sweep file says, every core without a word. */
  readonly workers?: number;
  /** Start no further trial once it is aborted; those running end, and the same call continues. */
  readonly signal?: AbortSignal;
  /** Start at most so many trials. */
  readonly limit?: number;
  /** Train all trials, also those finished in other runs under `out`; default: false. */
  readonly asNew?: boolean;
  readonly onProgress?: (event: Progress) => void;
  /** Hears of a thread that died or a trial that does not move. */
  readonly onFault?: (error: ErrorRecord) => void;
}

/** What a run left on the disk and in memory. */
export interface RunResult {
  readonly folder: string;
  /** Path of `report.html`. */
  readonly page: string;
  readonly summary: Summary;
  readonly study: StudyRecord;
  /** Records of finished trials, in plan order. */
  readonly records: readonly TrialRecord[];
}

const STUDY: Expected = {
  what: "what loadStudy gives",
  fits: (value) => typeof value === "object" && value !== null && "sweep" in value && "datasets" in value,
};

const OPTIONS: Readonly<Record<keyof RunOptions, Expected>> = {
  out: TEXT,
  workers: countUpTo(MOST_WORKERS),
  signal: SIGNAL,
  limit: countUpTo(Number.MAX_SAFE_INTEGER),
  asNew: FLAG,
  onProgress: FUNCTION,
  onFault: FUNCTION,
};

/**
 * Trains what is missing of a study and writes its folder, as `actbench run` does; prints nothing. Throws a `UsageError`
 * for arguments of a wrong kind, before it writes anything; a `RunError` where the folder cannot be used.
 */
export async function run(study: Study, options: RunOptions = {}): Promise<RunResult> {
  checkArgument("run", "the study", study, STUDY);
  checkOptions("run", options, OPTIONS);
  const { out = "results", workers = study.sweep.workers, signal, limit, asNew = false } = options;
  const { onProgress = () => {}, onFault = () => {} } = options;
  const session = await runSession({
    study,
    out: resolve(out),
    workers: resolveWorkers(workers, coreCount()),
    version: VERSION,
    asNew,
    limit,
    lastFailed: false,
    interruption: { drain: signal ?? never(), stop: never() },
    onOpen: () => {},
    onRemark: () => {},
    onProgress,
    onFault,
  });
  const { summary, page } = session;
  const { folder, study: record, records } = await readRun(session.run.folder);
  const finished = record.plan.flatMap(({ id }) => records.get(id) ?? []);
  return { folder, page, summary, study: record, records: finished };
}

function never(): AbortSignal {
  return new AbortController().signal;
}
