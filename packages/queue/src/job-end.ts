import { ENGINE, ShapeError, type TrialOutcome } from "@actbench/core/internal";
import type { Job } from "bullmq";
import { type Answer, decodeAnswer, type Task } from "./job.js";
import type { EndedTrial } from "./pending-trial.js";

/** What an ended job says of its trial, which the run loop checks against the trial's spec. */
export function endOf({ id, from, spec }: Task, job: Job): EndedTrial {
  const failed = (code: string, message: string): TrialOutcome & { status: "failed" } => ({
    status: "failed",
    id,
    curve: from?.curve ?? [],
    error: { code, message },
  });
  if (job.failedReason) return { outcome: failed(codeOf(job), reasonOf(job)) };
  const answer = readAnswer(job);
  if (answer instanceof ShapeError || answer.numerics !== spec.numerics) {
    const why = answer instanceof ShapeError ? answer.message : `numerics ${answer.numerics}`;
    const message = `an agent sent an invalid result: ${why}`;
    return { outcome: { ...failed("malformed_answer", message), retryable: true } };
  }
  const { outcome, machine_id, machine: card } = answer;
  const machine = { id: machine_id, card };
  const starts = job.stalledCounter;
  if (starts === 0 || outcome.status === "paused") return { outcome, machine };
  return { outcome: { ...outcome, retries: (outcome.retries ?? 0) + starts }, machine };
}

/** Whether the work of an ended job would end in the same way again. */
export function isLasting(job: Job): boolean {
  if (job.failedReason) return false;
  const answer = readAnswer(job);
  return (
    !(answer instanceof ShapeError) && ["completed", "diverged", "paused"].includes(answer.outcome.status)
  );
}

function readAnswer(job: Job): Answer | ShapeError {
  try {
    const answer = decodeAnswer(job.returnvalue);
    return answer.engine === ENGINE
      ? answer
      : new ShapeError(`expected ${ENGINE}, found ${answer.engine}`, "engine");
  } catch (error) {
    if (error instanceof ShapeError) return error;
    throw error;
  }
}

function codeOf({ failedReason }: Job): string {
  return /stalled/.test(failedReason) ? "agents_lost" : "agent_refused";
}

function reasonOf({ failedReason, stalledCounter }: Job): string {
  return /stalled/.test(failedReason)
    ? `${stalledCounter} agents were lost while they trained it, so no other agent gets it`
    : `an agent refused it: ${failedReason}`;
}
