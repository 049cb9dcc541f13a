import type { TrialRecord } from "@actbench/core/internal";
import { epochShape } from "./epoch-shape.js";
import { ReportDataError } from "./report-data-error.js";
import { count, list, number, object, optional, type Shape, text, truth } from "./shape.js";

const base = { id: text, curve: list(epochShape), retries: optional(count) };
const ran = {
  ...base,
  probe_n: optional(count),
  timing: object({
    startup_s: number,
    train_s: number,
    evaluate_s: number,
    samples_per_s: optional(number),
    phases: optional(object({ data_s: number, forward_s: number, backward_s: number, update_s: number })),
    cpu_s: optional(number),
  }),
  peak_bytes: number,
  digest: text,
};

const shapes = {
  completed: object(ran),
  diverged: object({ ...ran, step: count, layer: optional(count), last_finite_loss: optional(number) }),
  timed_out: object({ ...base, after_s: number }),
  out_of_memory: object({ ...base, limit_bytes: number, needed_bytes: optional(number) }),
  failed: object({ ...base, error: object({ code: text, message: text, stack: optional(text) }) }),
  pruned: object({ ...base, rung: count, depended_on_machine: optional(truth), digest: text }),
} as const satisfies Record<TrialRecord["status"], Shape<unknown>>;

/** A record, with the fields of its status. */
export const recordShape: Shape<TrialRecord> = (value) => {
  const { status } = object({ status: text })(value);
  switch (status) {
    case "completed":
    case "diverged":
      return status === "completed"
        ? { status, ...shapes.completed(value) }
        : { status, ...shapes.diverged(value) };
    case "timed_out":
      return { status, ...shapes.timed_out(value) };
    case "out_of_memory":
      return { status, ...shapes.out_of_memory(value) };
    case "failed":
      return { status, ...shapes.failed(value) };
    case "pruned":
      return { status, ...shapes.pruned(value) };
    default:
      throw new ReportDataError(`${JSON.stringify(status)} is no status of a trial`, "status");
  }
};
