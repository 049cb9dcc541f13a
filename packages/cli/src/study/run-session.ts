import { performance } from "node:perf_hooks";
import type { ErrorRecord, SpeedLane } from "@actbench/core";
import { dataCard } from "@actbench/datasets";
import { openRun, type Progress, type Run, readRunSpeed, runStudy, type Summary } from "@actbench/sweep";
import { createThreadExecutor, type Stall, type ThreadExecutor } from "@actbench/workers";
import type { Interruption } from "../interruption.js";
import { machineCard } from "../machine/machine-card.js";
import type { PageOptions } from "../runs/render-run.js";
import { writeReport } from "../runs/write-report.js";
import { runSpeed } from "../speed/run-speed.js";
import { plural } from "../terminal/plural.js";
import type { Study } from "./load-study.js";

export interface SessionOptions {
  readonly study: Study;
  /** The folder of runs, absolute. */
  readonly out: string;
  readonly workers: number;
  readonly version: string;
  readonly asNew: boolean;
  /** Start at most so many trials. */
  readonly limit: number | undefined;
  /** Run again the trials that failed, and no others. */
  readonly lastFailed: boolean;
  readonly interruption: Pick<Interruption, "drain" | "stop">;
  /** Called once, before the first trial. */
  readonly onOpen: (run: Run) => void;
  readonly onProgress: (event: Progress) => void;
  /** Hears what is worth saying meanwhile. */
  readonly onRemark: (text: string) => void;
  /** Hears of a thread that died between trials, and of files that could not be written after an error. */
  readonly onFault: (error: ErrorRecord) => void;
}

/** What a session left. */
export interface SessionResult {
  readonly run: Run;
  readonly summary: Summary;
  /** Path of the page. */
  readonly page: string;
  /** What the isolated speed lane measured, now or in an earlier session. */
  readonly speed?: SpeedLane;
}

/** Monotonic seconds. */
export function clock(): number {
  return performance.now() / 1000;
}

/**
 * Opens or continues the run of a study, trains what is missing, and writes results.csv and the page, also
 * when it ends early or breaks.
 */
export async function runSession(options: SessionOptions): Promise<SessionResult> {
  const { study, out, workers, version, asNew, interruption, onOpen, onProgress, onFault } = options;
  const { sweep, datasets, code, fma } = study;
  const data = datasets.map(dataCard);
  const { sources } = study;
  const host = { machine: machineCard(fma), data, sources, version, now: Date.now, workers, asNew };
  let run = await openRun(out, sweep, host);
  const note = (message: string): void => onFault({ code: "look", message });
  let executor: ThreadExecutor | undefined;
  try {
    const memoryBytes = run.budget.memory_bytes ?? host.machine.memory_bytes;
    // Data and page are in the same process: what a run may take is for its trials alone.
    const used = process.memoryUsage.rss();
    const onStall = (stall: Stall): void => onFault(stallOf(stall));
    executor = createThreadExecutor({
      workers,
      datasets,
      code,
      memoryBytes: memoryBytes + used,
      onFault,
      onStall,
    });
    onOpen(run);
    const { drain, stop } = interruption;
    const { limit, lastFailed } = options;
    const session = { executor, concurrency: workers, drain, stop, onProgress, clock };
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
      const elapsed_s = first.counts.elapsed_s + second.counts.elapsed_s;
      summary = { ...second, counts: { ...second.counts, kept: first.counts.kept, elapsed_s } };
    }
    if (sweep.speed && summary.ended === "done") {
      await executor.close();
      const asked = { run, datasets, code, fma, version, signal: drain, note: options.onRemark };
      if (await runSpeed(asked)) run.writeResults();
    }
    const page = await writeReport(run.folder, { command: "run", note, datasets });
    const { speed } = readRunSpeed(run.folder);
    return { run, summary, page, ...(speed && { speed }) };
  } catch (error) {
    // A run loop that broke still leaves what was finished. When that fails too, the first error says more.
    await salvage(run, { command: "run", note, datasets }).catch((second: unknown) =>
      onFault(faultOf(second)),
    );
    throw error;
  } finally {
    await executor?.close();
    run.close();
  }
}

/** Whether the finalists of a study are to be chosen: all other trials have ended. */
function awaitsFinalists({ study }: Run): boolean {
  return study.confirm !== undefined && study.confirm.points.length === 0;
}

function finalistsText({ study: { confirm } }: Run): string {
  const { seeds = [], points = [] } = confirm ?? {};
  return points.length === 0
    ? "no point completed at every seed, so there is no finalist to run on fresh seeds"
    : `${plural(points.length, "finalist")} on ${plural(seeds.length, "fresh seed")}`;
}

async function salvage(run: Run, options: PageOptions): Promise<void> {
  run.writeResults();
  await writeReport(run.folder, options);
}

function stallOf({ id, updates, seconds }: Stall): ErrorRecord {
  const message = `trial ${id.slice(0, 8)} has not moved for ${seconds} s, after update ${updates}; --trial-timeout ends such trials`;
  return { code: "stalled", message };
}

function faultOf(error: unknown): ErrorRecord {
  const message = error instanceof Error ? error.message : String(error);
  return { code: "salvage", message: `results.csv and the page could not be written: ${message}` };
}
