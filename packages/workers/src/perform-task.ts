import { workerData } from "node:worker_threads";
import {
  type Dataset,
  describeError,
  type EpochRecord,
  findDataset,
  patchedIntrinsics,
  type runTrial,
  type TrialEvent,
} from "@actbench/core/internal";
import { loadCode, usesCode } from "./code/load-code.js";
import { cpuClock } from "./cpu-clock.js";
import type { TaskMessage, TaskOutcome, TrialTask, WorkerSetup } from "./trial-task.js";

/**
 * Runs one task in this thread by `run` (core's `runTrial`) and tells how it ended, whatever `run` throws. A
 * trial that ran a plugin's code keeps the thread: whatever that left behind ends with it.
 */
export async function performTask(task: TrialTask, run: typeof runTrial): Promise<void> {
  await runTask(task, run);
  if (usesCode(task.spec)) await new Promise<never>(() => {});
}

async function runTask(task: TrialTask, run: typeof runTrial): Promise<void> {
  const tell = (message: TaskMessage) => task.events.postMessage(message);
  const epochs = new EpochMessages(tell);
  const end = (outcome: TaskOutcome) => tell({ type: "ended", outcome, epochs: epochs.take() });
  let patched: readonly string[] = [];
  try {
    tell({ type: "started" });
    const { code, datasets } = workerData as WorkerSetup;
    const host = {
      ...(usesCode(task.spec) ? { functionsOf: await loadCode(task.spec, code) } : {}),
      now: () => performance.now() / 1000,
      ...cpuClock(),
      progress: new Int32Array(task.progress),
      onEvent: (event: TrialEvent) => {
        if (event.type === "epoch") epochs.add(event.epoch);
      },
    };
    const { from, until } = task;
    const value = run(task.spec, datasetOf(task, datasets), host, {
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
    });
    patched = patchedIntrinsics();
    end(patched.length === 0 ? { ok: true, value } : changed(patched));
  } catch (thrown) {
    patched = patchedIntrinsics();
    end({ ok: false, error: describeError(thrown, "trial_error") });
  }
  // What the trial left behind would be in the numbers of the next one. The outcome was sent: the thread may
  // go.
  if (patched.length > 0) process.exit();
}

/**
 * Milliseconds between two messages of a trial: the first epoch of a tiny trial gets its own message, and the
 * last.
 */
const MESSAGE_MS = 20;

/**
 * Epochs on their way to the main thread, several a message where they end quickly: a thread that is killed
 * loses at most those of its last 20 ms.
 */
class EpochMessages {
  #untold: EpochRecord[] = [];
  #last = Number.NEGATIVE_INFINITY;

  constructor(private readonly tell: (message: TaskMessage) => void) {}

  add(epoch: EpochRecord): void {
    this.#untold.push(epoch);
    if (performance.now() - this.#last >= MESSAGE_MS) this.tell({ type: "epochs", epochs: this.take() });
  }

  /** The epochs that were not reported yet; they are sent together with these. */
  take(): readonly EpochRecord[] {
    const untold = this.#untold;
    this.#untold = [];
    this.#last = performance.now();
    return untold;
  }
}

/** A trial that changed what all code shares: its own numbers are not to be trusted either. */
function changed(patched: readonly string[]): TaskOutcome {
  const message = `it changed ${patched.slice(0, 5).join(", ")}, which all code shares; its thread was replaced`;
  return { ok: false, error: { code: "patched_globals", message } };
}

/** Data whose lists this thread received: one object each, the key of `core`'s cache of splits. */
const withLists = new Map<string, Dataset>();

/** The trial's data, with the shared lists where the task brings them. */
function datasetOf({ spec, sparseRows }: TrialTask, datasets: readonly Dataset[]): Dataset {
  const dataset = withLists.get(spec.dataset.hash) ?? findDataset(spec.dataset, datasets);
  if (sparseRows === undefined || dataset.sparseRows) return dataset;
  const listed = { ...dataset, sparseRows };
  withLists.set(spec.dataset.hash, listed);
  return listed;
}
