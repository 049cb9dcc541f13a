import type { EpochRecord, PlannedTrial, TrialRecord, TrialStatus } from "@actbench/core/internal";

/** A planned trial with what came out; `missing`: it has no record yet. */
export interface TrialView {
  readonly planned: PlannedTrial;
  readonly status: TrialStatus | "missing";
  readonly record?: TrialRecord;
  /** Empty without a record. */
  readonly curve: readonly EpochRecord[];
}

/** A planned trial with its record, where it has one. */
export function viewTrial(planned: PlannedTrial, record: TrialRecord | undefined): TrialView {
  return new ViewedTrial(planned, record);
}

/**
 * A record's curve may be read from its file when it is asked for, and is not kept: curves of many trials are
 * large.
 */
class ViewedTrial implements TrialView {
  readonly planned: PlannedTrial;
  readonly status: TrialView["status"];
  readonly record?: TrialRecord;

  constructor(planned: PlannedTrial, record: TrialRecord | undefined) {
    this.planned = planned;
    this.status = record?.status ?? "missing";
    if (record !== undefined) this.record = record;
  }

  get curve(): readonly EpochRecord[] {
    return this.record?.curve ?? [];
  }
}

/** Every status, in the order of a reader's interest. */
export const STATUSES = [
  "completed",
  "diverged",
  "failed",
  "timed_out",
  "out_of_memory",
  "pruned",
  "missing",
] as const satisfies readonly TrialView["status"][];

/** A status as a word. */
export function statusTitle(status: TrialView["status"]): string {
  return status === "missing" ? "not run" : status.replaceAll("_", " ");
}

/** How many trials have each status; a status that does not occur is absent. */
export function statusCounts(trials: readonly TrialView[]): ReadonlyMap<TrialView["status"], number> {
  const counts = new Map<TrialView["status"], number>();
  for (const { status } of trials) counts.set(status, (counts.get(status) ?? 0) + 1);
  return new Map(STATUSES.filter((status) => counts.has(status)).map((s) => [s, counts.get(s) ?? 0]));
}
