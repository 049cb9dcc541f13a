import { workerData } from "node:worker_threads";
import { type Dataset, patchedIntrinsics, type runTrial, type TrialEvent } from "@actbench/core";
import { loadCode, usesCode } from "./code/load-code.js";
import { cpuClock } from "./cpu-clock.js";
import { describeError } from "./describe-error.js";
import type { TaskMessage, TaskOutcome, TrialTask, WorkerSetup } from "./trial-task.js";

/**
 * Runs one task in this thread by `run` (core's `runTrial`) and tells how it ended, whatever `run` throws. A trial that
 * ran a plugin's code keeps the thread: whatever that left behind ends with it.
 */
export async function performTask(task: TrialTask, run: typeof runTrial): Promise<void> {
  await runTask(task, run);
  if (usesCode(task.spec)) await new Promise<never>(() => {});
}

async function runTask(task: TrialTask, run: typeof runTrial): Promise<void> {
  const tell = (message: TaskMessage) => task.events.postMessage(message);
  let patched: readonly string[] = [];
  try {
    tell({ type: "started" });
    const { code } = workerData as WorkerSetup;
    const host = {
      ...(usesCode(task.spec) ? { functionsOf: await loadCode(task.spec, code) } : {}),
      now: () => performance.now() / 1000,
      ...cpuClock(),
      progress: new Int32Array(task.progress),
      onEvent: (event: TrialEvent) => {
        if (event.type === "epoch") tell({ type: "epoch", epoch: event.epoch });
      },
    };
    const { from, until } = task;
    const value = run(task.spec, datasetOf(task), host, {
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
    });
    patched = patchedIntrinsics();
    tell({ type: "ended", outcome: patched.length === 0 ? { ok: true, value } : changed(patched) });
  } catch (thrown) {
    patched = patchedIntrinsics();
    tell({ type: "ended", outcome: { ok: false, error: describeError(thrown, "trial_error") } });
  }
  // What the trial left behind would be in the numbers of the next one. The outcome was told: the thread may go.
  if (patched.length > 0) process.exit();
}

/** A trial that changed what all code shares: its own numbers are not to be trusted either. */
function changed(patched: readonly string[]): TaskOutcome {
  const message = `it changed ${patched.slice(0, 5).join(", ")}, which all code shares; its thread was replaced`;
  return { ok: false, error: { code: "patched_globals", message } };
}

/** The dataset a trial was planned for, found by its hash: other data of the same name would be another trial. */
function datasetOf({ spec }: TrialTask): Dataset {
  const { datasets } = workerData as WorkerSetup;
  const dataset = datasets.find(({ hash }) => hash === spec.dataset.hash);
  if (dataset !== undefined) return dataset;
  const held = datasets.map(({ name, hash }) => `${name} ${hash.slice(0, 8)}`).join(", ") || "none";
  throw new MissingDatasetError(
    `the trial needs ${spec.dataset.name} ${spec.dataset.hash.slice(0, 8)}; this executor was given ${held}`,
  );
}

class MissingDatasetError extends Error {
  readonly code = "dataset_missing";
}
