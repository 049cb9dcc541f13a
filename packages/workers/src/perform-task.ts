import { workerData } from "node:worker_threads";
import type { Dataset, runTrial, TrialEvent } from "@actbench/core";
import { describeError } from "./describe-error.js";
import type { TaskMessage, TrialTask, WorkerSetup } from "./trial-task.js";

/** Runs one task in this thread by `run` (core's `runTrial`) and tells how it ended, whatever `run` throws. */
export function performTask(task: TrialTask, run: typeof runTrial): void {
  const tell = (message: TaskMessage) => task.events.postMessage(message);
  try {
    tell({ type: "started" });
    const host = {
      now: () => performance.now() / 1000,
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
    tell({ type: "ended", outcome: { ok: true, value } });
  } catch (thrown) {
    tell({ type: "ended", outcome: { ok: false, error: describeError(thrown, "trial_error") } });
  }
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
