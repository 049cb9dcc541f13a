import type { StudyRecord, TrialRecord } from "@actbench/core/internal";

/**
 * The number of seeds that a run's comparisons stand on: those at which a trial completed or diverged, the
 * fresh ones of finalists among them, whose verdicts more fresh seeds would change.
 */
export function seedsSeen({ plan }: StudyRecord, records: readonly TrialRecord[]): number {
  const ended = new Set(
    records.flatMap(({ id, status }) => (status === "completed" || status === "diverged" ? id : [])),
  );
  return new Set(plan.flatMap(({ id, seed }) => (ended.has(id) ? seed : []))).size;
}
