import type { TrialRecord } from "@actbench/core";
import type { CurveSummary } from "./curve-summary.js";

/** The journal's format this version writes, and the newest it reads. Format 1 held the curve inside of the record. */
export const JOURNAL_FORMAT = 2;

/** A record without its curve, which is read when it is asked for. */
export type RecordHead<R = TrialRecord> = R extends TrialRecord ? Omit<R, "curve"> : never;

/** The first line: whose journal this is; one more where a newer version goes on with a journal. */
export interface JournalHeader {
  readonly type: "header";
  readonly format: number;
  readonly study: string;
}

/**
 * What one line of the journal says of a trial; `Held` is its record, or all of it but the curve. `summary` is that
 * curve summed up, so that nobody reads it for that; lines of older versions have none.
 */
export type TrialEntry<Held = TrialRecord> =
  /** A trial that ended here, and the lock's revision in force then. */
  | {
      readonly type: "finished";
      readonly revision: number;
      readonly record: Held;
      readonly summary?: CurveSummary;
    }
  /** A trial that ended in another run under the same `--out`; `from` is that run's folder name. */
  | {
      readonly type: "reused";
      readonly revision: number;
      readonly from: string;
      readonly record: Held;
      readonly summary?: CurveSummary;
    };

export type JournalEntry<Held = TrialRecord> = JournalHeader | TrialEntry<Held>;

const STATUSES: Readonly<Record<TrialRecord["status"], true>> = {
  completed: true,
  diverged: true,
  timed_out: true,
  out_of_memory: true,
  failed: true,
  pruned: true,
};

/** The entry a parsed line holds, or undefined: a checksum says that bytes are whole, not that they mean something. */
export function asJournalEntry(value: unknown): JournalEntry<RecordHead> | undefined {
  if (!isObject(value)) return undefined;
  if (value.type === "header")
    return typeof value.format === "number" && typeof value.study === "string"
      ? (value as unknown as JournalHeader)
      : undefined;
  if (value.type === "reused" ? typeof value.from !== "string" : value.type !== "finished") return undefined;
  const { record } = value;
  const whole =
    typeof value.revision === "number" &&
    (value.summary === undefined || isObject(value.summary)) &&
    isObject(record) &&
    typeof record.id === "string" &&
    typeof record.status === "string" &&
    Object.hasOwn(STATUSES, record.status);
  return whole ? (value as TrialEntry<RecordHead>) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
