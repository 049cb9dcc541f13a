import type { TrialRecord } from "@actbench/core";

/** The journal's format this version writes, and the newest it reads. */
export const JOURNAL_FORMAT = 1;

/** What one line of the journal says. */
export type JournalEntry =
  /** The first line: whose journal this is. */
  | { readonly type: "header"; readonly format: number; readonly study: string }
  /** A trial that ended here, and the lock's revision in force then. */
  | { readonly type: "finished"; readonly revision: number; readonly record: TrialRecord }
  /** A trial that ended in another run under the same `--out`; `from` is that run's folder name. */
  | {
      readonly type: "reused";
      readonly revision: number;
      readonly from: string;
      readonly record: TrialRecord;
    };

const STATUSES: Readonly<Record<TrialRecord["status"], true>> = {
  completed: true,
  diverged: true,
  timed_out: true,
  out_of_memory: true,
  failed: true,
  pruned: true,
};

/** The entry a parsed line holds, or undefined: a checksum says that bytes are whole, not that they mean something. */
export function asJournalEntry(value: unknown): JournalEntry | undefined {
  if (!isObject(value)) return undefined;
  if (value.type === "header")
    return typeof value.format === "number" && typeof value.study === "string"
      ? (value as JournalEntry)
      : undefined;
  if (value.type === "reused" ? typeof value.from !== "string" : value.type !== "finished") return undefined;
  const { record } = value;
  const whole =
    typeof value.revision === "number" &&
    isObject(record) &&
    typeof record.id === "string" &&
    typeof record.status === "string" &&
    Object.hasOwn(STATUSES, record.status) &&
    Array.isArray(record.curve);
  return whole ? (value as JournalEntry) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
