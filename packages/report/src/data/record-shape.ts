import type { TrialRecord } from "@actbench/core";
import { ReportDataError } from "./report-data-error.js";
import { count, number, object, optional, type Shape, text } from "./shape.js";

/** A record without its curve, which a page holds in a shorter form. */
export type RecordHead = TrialRecord extends infer R
  ? R extends TrialRecord
    ? Omit<R, "curve">
    : never
  : never;

const base = { id: text, retries: optional(count) };
const ran = {
  ...base,
  probe_n: optional(count),
  timing: object({ startup_s: number, train_s: number, evaluate_s: number, samples_per_s: optional(number) }),
  peak_bytes: number,
  digest: text,
};

const heads = {
  completed: object(ran),
  diverged: object({ ...ran, step: count, layer: optional(count), last_finite_loss: optional(number) }),
  timed_out: object({ ...base, after_s: number }),
  out_of_memory: object({ ...base, limit_bytes: number, needed_bytes: optional(number) }),
  failed: object({ ...base, error: object({ code: text, message: text, stack: optional(text) }) }),
  pruned: object({ ...base, rung: count, digest: text }),
} as const satisfies Record<TrialRecord["status"], Shape<unknown>>;

/** A record's fields by its status. */
export const recordHead: Shape<RecordHead> = (value) => {
  const { status } = object({ status: text })(value);
  switch (status) {
    case "completed":
    case "diverged":
      return status === "completed"
        ? { status, ...heads.completed(value) }
        : { status, ...heads.diverged(value) };
    case "timed_out":
      return { status, ...heads.timed_out(value) };
    case "out_of_memory":
      return { status, ...heads.out_of_memory(value) };
    case "failed":
      return { status, ...heads.failed(value) };
    case "pruned":
      return { status, ...heads.pruned(value) };
    default:
      throw new ReportDataError(`${JSON.stringify(status)} is no status of a trial`, "status");
  }
};
