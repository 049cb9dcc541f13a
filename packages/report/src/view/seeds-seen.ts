import type { Look, StudyRecord, TrialRecord } from "@actbench/core/internal";

/**
 * The number of seeds that a run's comparisons stand on: those at which a trial completed or diverged, the
 * fresh ones of finalists not among them.
 */
export function seedsSeen({ plan, confirm }: StudyRecord, records: readonly TrialRecord[]): number {
  const fresh = new Set(confirm?.seeds);
  return endedSeeds(
    plan.filter(({ seed }) => !fresh.has(seed)),
    records,
  );
}

/** The same of the finalists' verdicts: fresh seeds, none until all of their trials have ended. */
export function freshSeen({ plan, confirm }: StudyRecord, records: readonly TrialRecord[]): number {
  if (confirm === undefined) return 0;
  const fresh = new Set(confirm.seeds);
  const own = plan.filter(({ seed }) => fresh.has(seed));
  const known = new Set(records.map(({ id }) => id));
  return own.every(({ id }) => known.has(id)) ? endedSeeds(own, records) : 0;
}

function endedSeeds(plan: StudyRecord["plan"], records: readonly TrialRecord[]): number {
  const ended = new Set(
    records.flatMap(({ id, status }) => (status === "completed" || status === "diverged" ? id : [])),
  );
  return new Set(plan.flatMap(({ id, seed }) => (ended.has(id) ? seed : []))).size;
}

/** The looks at which a run's own seeds could have verdicts: one seed has none. */
export function ownLooks(looks: readonly Look[] | undefined): readonly Look[] | undefined {
  return looks?.filter(({ n }) => n > 1);
}

/** The looks at which finalists had verdicts, by their fresh seeds; they are a family apart. */
export function freshLooks(looks: readonly Look[] | undefined): readonly Look[] | undefined {
  return looks?.flatMap((look) => (look.fresh === undefined ? [] : { ...look, n: look.fresh }));
}
