import { basename } from "node:path";
import type { Dataset, ErrorRecord, Executor } from "@actbench/core/internal";
import { dataCard } from "@actbench/datasets";
import type { RankedRun } from "@actbench/report";
import {
  openRun,
  type Progress,
  type RunProblem,
  runStudy,
  type Summary,
  type WritableRun,
} from "@actbench/sweep";
import type { Interruption } from "../interruption.js";
import { clock } from "../machine/clock.js";
import { machineCard } from "../machine/machine-card.js";
import { type PageHost, PageInterrupted } from "../page/make-page.js";
import { problemText } from "../runs/load-runs.js";
import { type WrittenPage, writeReport } from "../runs/write-report.js";
import { runSpeed } from "../speed/run-speed.js";
import { plural } from "../terminal/plural.js";
import type { Study } from "./load-study.js";

export interface SessionOptions {
  readonly study: Study;
  /** The folder of runs, absolute. */
  readonly out: string;
  /** Trains the trials; the caller's to close. */
  readonly executor: Executor;
  /** Trials that run at the same time; default: the executor's concurrency. */
  readonly workers?: number;
  /** Gives back the cores the executor holds, before single steps are timed. */
  readonly makeQuiet: () => Promise<void>;
  readonly version: string;
  readonly asNew: boolean;
  /** Start at most this many trials. */
  readonly limit: number | undefined;
  /** Run again the trials that failed, and no others. */
  readonly lastFailed: boolean;
  readonly interruption: Pick<Interruption, "drain" | "stop">;
  /** Called where the page takes long: gets how far it is, and may end it. */
  readonly watchPage?: PageHost["watch"];
  /** Rank the points, for a reporter. */
  readonly ranks?: boolean;
  /** Called once, before the first trial. */
  readonly onOpen: (run: WritableRun) => void;
  readonly onProgress: (event: Progress) => void;
  /** Called with what the user should know meanwhile. */
  readonly onRemark: (text: string) => void;
  /**
   * Called with files that could not be written, if the session continues or another error is more specific.
   */
  readonly onFault: (error: ErrorRecord) => void;
}

/** What a session left. */
export interface SessionResult {
  readonly run: WritableRun;
  readonly summary: Summary;
  /** Path of the page; absent where it was interrupted. */
  readonly page?: string;
  /** Absent where it was not wanted, or the page was interrupted. */
  readonly ranks?: RankedRun;
}

/**
 * Opens or continues the run of a study, trains what is missing, and writes results.csv and the page, also
 * when it ends early or breaks.
 */
export async function runSession(options: SessionOptions): Promise<SessionResult> {
  const { study, out, executor, version, asNew, interruption, onOpen, onProgress, onFault } = options;
  const { sweep, datasets, code, fma, sources } = study;
  const host = {
    machine: machineCard(fma),
    data: datasets.map(dataCard),
    sources,
    version,
    now: Date.now,
    workers: options.workers ?? executor.concurrency,
    numerics: executor.numerics,
    asNew,
  };
  let run = await openRun(out, sweep, host);
  const note = (message: string): void => onFault({ code: "look", message });
  try {
    onOpen(run);
    const { drain, stop } = interruption;
    const { limit, lastFailed } = options;
    const session = { executor, drain, stop, onProgress, clock };
    const first = await runStudy({
      run,
      ...session,
      ...(limit === undefined ? {} : { limit }),
      ...(lastFailed ? { again: "failed" } : {}),
    });
    let summary = first;
    // A session with a limit, or for failed trials alone, leaves the finalists to the next one.
    if (first.ended === "done" && awaitsFinalists(run) && limit === undefined && !lastFailed) {
      run.close();
      run = await openRun(out, sweep, host);
      options.onRemark(finalistsText(run));
      const second = await runStudy({ run, ...session, spent_s: first.counts.elapsed_s });
      summary = oneAfterTheOther(first, second);
    }
    const malformed = new Set<string>();
    const onProblem = (problem: RunProblem): void => {
      if (problem.id !== undefined) malformed.add(problem.id);
      options.onRemark(problemText(basename(run.folder), problem));
    };
    const writePage = (): Promise<WrittenPage | undefined> =>
      unlessInterrupted(
        writeReport(
          { folder: run.folder, command: "run", datasets, ranks: options.ranks === true },
          { note, onProblem, watch: options.watchPage },
        ),
      );
    let page = await writePage();
    if (page === undefined) return { run, summary };
    if (malformed.size > 0 && summary.ended === "done" && limit === undefined && !lastFailed) {
      run.discard(malformed);
      options.onRemark(`${plural(malformed.size, "trial")} without a curve: training again`);
      const spent_s = summary.counts.elapsed_s;
      summary = oneAfterTheOther(summary, await runStudy({ run, ...session, spent_s }));
      page = await writePage();
    }
    if (sweep.speed && summary.ended === "done" && page !== undefined) {
      await options.makeQuiet();
      const asked = { run, datasets, code, fma, version, signal: drain, note: options.onRemark };
      if (await runSpeed(asked)) {
        run.writeResults();
        page = await writePage();
      }
    }
    const ranks = page?.ranks;
    return { run, summary, ...(page && { page: page.path }), ...(ranks && { ranks }) };
  } catch (error) {
    // A run loop that broke still leaves what was finished. When that fails too, the first error says more.
    await salvage(run, { note, watch: options.watchPage }, datasets).catch((second: unknown) =>
      onFault(faultOf(second)),
    );
    throw error;
  } finally {
    run.close();
  }
}

/** Two stages of a session as one. */
function oneAfterTheOther({ counts: { elapsed_s, kept } }: Summary, second: Summary): Summary {
  const counts = { ...second.counts, kept, elapsed_s: elapsed_s + second.counts.elapsed_s };
  return { ...second, counts };
}

/** Whether the finalists of a study are to be chosen: all other trials have ended. */
function awaitsFinalists({ study }: WritableRun): boolean {
  return study.confirm !== undefined && study.confirm.points.length === 0;
}

function finalistsText({ study: { confirm } }: WritableRun): string {
  const { seeds = [], points = [] } = confirm ?? {};
  return points.length === 0
    ? "no configuration completed at every seed, so there is no finalist to run on new seeds"
    : `${plural(points.length, "finalist")} on ${plural(seeds.length, "fresh seed")}`;
}

async function salvage(run: WritableRun, host: PageHost, datasets: readonly Dataset[]): Promise<void> {
  run.writeResults();
  await writeReport({ folder: run.folder, command: "run", datasets }, host);
}

async function unlessInterrupted<T>(made: Promise<T>): Promise<T | undefined> {
  try {
    return await made;
  } catch (error) {
    if (error instanceof PageInterrupted) return undefined;
    throw error;
  }
}

function faultOf(error: unknown): ErrorRecord {
  const message = error instanceof Error ? error.message : String(error);
  return { code: "salvage", message: `results.csv and the page could not be written: ${message}` };
}
