// The entry of a thread. Threads carry no logic: the trial is core's, the manners are performTask's.
import { runTrial } from "@actbench/core";
import { performTask } from "./perform-task.js";
import { enableRelaxedSimd } from "./relaxed-simd.js";
import type { TrialTask } from "./trial-task.js";

enableRelaxedSimd();

/** Runs one trial in this thread. */
export default (task: TrialTask): Promise<void> => performTask(task, runTrial);
