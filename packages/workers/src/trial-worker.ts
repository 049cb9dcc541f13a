// Worker entry point. All logic is in `performTask` and core.
import { workerData } from "node:worker_threads";
import { runTrial, setLanePlan } from "@actbench/core/internal";
import { performTask } from "./perform-task.js";
import { enableRelaxedSimd } from "./relaxed-simd.js";
import type { TrialTask, WorkerSetup } from "./trial-task.js";

enableRelaxedSimd();
setLanePlan((workerData as WorkerSetup).lanes);

/** Runs one trial in this thread. */
export default (task: TrialTask): Promise<void> => performTask(task, runTrial);
