import { join, resolve } from "node:path";
import type { ErrorRecord, Executor, StudyRecord, TrialRecord } from "@actbench/core/internal";
import { type Progress, RUN_FILES, readRun, type Summary } from "@actbench/sweep";
import { coreCount } from "../machine/cores.js";
import { MAX_WORKERS, resolveWorkers } from "../machine/resolve-workers.js";
import type { Study } from "../study/load-study.js";
import { openThreads } from "../study/open-threads.js";
import { runSession } from "../study/run-session.js";
import { UsageError } from "../usage-error.js";
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
  /**
   * Threads, each training one trial; default: what the sweep file says, and every core where it says
   * nothing.
   */
  readonly workers?: number;
  /**
   * Trains the trials in place of threads, as many at the same time as it takes; stays open. Excludes
   * `workers`.
   */
  readonly executor?: Executor;
  /** Start no further trial once it is aborted; those running end, and the same call continues. */
  readonly signal?: AbortSignal;
  /** Start at most this many trials. */
  readonly limit?: number;
  /** Train all trials, also those finished in other runs under `out`; default: false. */
  readonly asNew?: boolean;
  readonly onProgress?: (event: Progress) => void;
  /** Called when a thread dies, a trial does not move, or a file cannot be written after an error. */
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
  what: "the result of loadStudy",
  fits: (value) => typeof value === "object" && value !== null && "sweep" in value && "planFor" in value,
};

/** What a program in JavaScript may have left out of an executor. */
const EXECUTOR: Expected = {
  what: "an executor: run, close, concurrency and numerics",
  fits: (value) =>
    typeof value === "object" &&
    value !== null &&
    ["run", "close"].every((name) => typeof Reflect.get(value, name) === "function") &&
    Number.isSafeInteger(Reflect.get(value, "concurrency")) &&
    Reflect.get(value, "concurrency") >= 1 &&
    Array.isArray(Reflect.get(value, "numerics")),
};

const OPTIONS: Readonly<Record<keyof RunOptions, Expected>> = {
  out: TEXT,
  workers: countUpTo(MAX_WORKERS),
  executor: EXECUTOR,
  signal: SIGNAL,
  limit: countUpTo(Number.MAX_SAFE_INTEGER),
  asNew: FLAG,
  onProgress: FUNCTION,
  onFault: FUNCTION,
};

/**
 * Trains what is missing of a study and writes its folder, as `actbench run` does; prints nothing. Throws a
 * `UsageError` for arguments of a wrong kind, before it writes anything; a `RunError` where the folder cannot
 * be used.
 */
export async function run(study: Study, options: RunOptions = {}): Promise<RunResult> {
  checkArgument("run", "the study", study, STUDY);
  checkOptions("run", options, OPTIONS);
  if (options.executor !== undefined && options.workers !== undefined)
    throw new UsageError(
      "run: the option workers is for threads, but an executor was given",
      "leave workers out: the executor defines how many trials run at the same time",
    );
  const { executor } = options;
  if (executor !== undefined) return runOn(executor, plannedFor(executor, study), options);
  const workers = resolveWorkers(options.workers ?? study.sweep.workers, coreCount());
  const threads = openThreads(study, { workers, onFault: options.onFault ?? (() => {}) });
  try {
    return await runOn(threads, plannedFor(threads, study), options, () => threads.close());
  } finally {
    await threads.close();
  }
}

/** The study with `numerics: auto` as the executor can, whatever the machine that loaded it can. */
function plannedFor({ numerics }: Executor, study: Study): Study {
  const fma = numerics.includes("fma");
  const sweep = fma === study.fma ? undefined : study.planFor(study.sweep, fma);
  return sweep === undefined ? study : { ...study, sweep, fma };
}

async function runOn(
  executor: Executor,
  study: Study,
  { out = "results", signal, limit, asNew = false, onProgress = () => {}, onFault = () => {} }: RunOptions,
  makeQuiet = async (): Promise<void> => {},
): Promise<RunResult> {
  const session = await runSession({
    study,
    out: resolve(out),
    executor,
    makeQuiet,
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
  const { summary, page = join(session.run.folder, RUN_FILES.report) } = session;
  const { folder, study: record, records } = await readRun(session.run.folder);
  const finished = record.plan.flatMap(({ id }) => records.get(id) ?? []);
  return { folder, page, summary, study: record, records: finished };
}

function never(): AbortSignal {
  return new AbortController().signal;
}
