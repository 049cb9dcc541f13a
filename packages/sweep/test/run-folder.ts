import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Executor } from "@actbench/core/internal";
import { onTestFinished } from "vitest";
import {
  openRun,
  type Progress,
  type RunHost,
  runStudy,
  type StudyOptions,
  type Summary,
  type Sweep,
  type WritableRun,
} from "../src/index.js";
import { DATA, MACHINE } from "./cards.js";

export { DATA, MACHINE } from "./cards.js";

export const HOST: RunHost = {
  machine: MACHINE,
  data: [DATA],
  version: "0.1.0",
  now: () => Date.UTC(2026, 0, 1),
  workers: 2,
  numerics: ["fma", "strict"],
};

/** A disk in memory where there is one: a run waits for the disk after every trial. */
const DISK = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** A folder that is gone when the test is over. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(DISK, "actbench sweep ü "));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a run, which the end of the test closes. */
export async function open(out: string, sweep: Sweep, host: Partial<RunHost> = {}): Promise<WritableRun> {
  const run = await openRun(out, sweep, { ...HOST, ...host });
  onTestFinished(() => run.close());
  return run;
}

/** An executor that trains as told, within the memory of {@link MACHINE}. */
export function executorOf(trainer: Pick<Executor, "run">, concurrency = 2): Executor {
  return {
    concurrency,
    memoryBytes: MACHINE.memory_bytes,
    numerics: HOST.numerics,
    run: (spec, options) => trainer.run(spec, options),
    close: async () => {},
  };
}

/** Opens a run, runs what is missing, closes it. */
export async function session(
  out: string,
  sweep: Sweep,
  trainer: Pick<Executor, "run">,
  options: Partial<Omit<StudyOptions, "executor">> & {
    readonly host?: Partial<RunHost>;
    /** Trials at the same time; default: 2. */
    readonly concurrency?: number;
  } = {},
): Promise<{ readonly run: WritableRun; readonly summary: Summary; readonly events: readonly Progress[] }> {
  const { host, concurrency, ...rest } = options;
  const run = await open(out, sweep, host);
  const events: Progress[] = [];
  let seconds = 0;
  try {
    const summary = await runStudy({
      run,
      executor: executorOf(trainer, concurrency),
      clock: () => seconds++,
      onProgress: (event) => events.push(event),
      ...rest,
    });
    return { run, summary, events };
  } finally {
    run.close();
  }
}
