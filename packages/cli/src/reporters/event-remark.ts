import { lastEpoch, type TrialRecord } from "@actbench/core/internal";
import type { Progress } from "@actbench/sweep";
import { outOfMemoryText } from "../runs/out-of-memory-text.js";
import { oneLine } from "../terminal/own-codes.js";

/** What an event leaves on stderr: every failure and retry; under `--verbose` every trial's end. */
export function eventRemark(event: Progress, verbose: boolean): string | undefined {
  if (event.type === "remark") return event.message;
  if (event.type === "retried")
    return `trial ${event.trial.trial} (${oneLine(event.label)}, seed ${event.trial.seed}) is run again: ${event.error.message}`;
  if (event.type !== "finished") return undefined;
  const bad = !["completed", "diverged", "pruned"].includes(event.record.status);
  if (!bad && !verbose) return undefined;
  return `trial ${event.trial.trial} (${oneLine(event.label)}, seed ${event.trial.seed}) ${outcome(event.record)}`;
}

function outcome(record: TrialRecord): string {
  switch (record.status) {
    case "completed":
      return `completed: ${score(record)}`;
    case "diverged":
      return `diverged at step ${record.step}`;
    case "timed_out":
      return `timed out after ${record.after_s.toFixed(1)} s`;
    case "out_of_memory":
      return outOfMemoryText(record);
    case "failed":
      return `failed: ${record.error.message}`;
    case "pruned":
      return `pruned at rung ${record.rung}: ${score(record)}`;
    default:
      return record satisfies never;
  }
}

function score(record: TrialRecord): string {
  const last = lastEpoch(record);
  const shown = last?.validation ?? last?.test;
  if (shown === undefined) return "no score";
  const { accuracy, rmse, loss } = shown;
  if (accuracy !== undefined) return `accuracy ${(accuracy * 100).toFixed(2)} %`;
  if (rmse !== undefined) return `RMSE ${rmse.toPrecision(4)}`;
  return loss === undefined ? "loss not finite" : `loss ${loss.toPrecision(4)}`;
}
