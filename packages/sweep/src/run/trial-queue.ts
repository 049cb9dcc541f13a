import {
  type PlannedTrial,
  type StudyRecord,
  type TrialRecord,
  type TrialSpec,
  trialCost,
} from "@actbench/core";

/** A trial to run. */
export interface QueuedTrial {
  readonly trial: PlannedTrial;
  readonly label: string;
  readonly spec: TrialSpec;
  /** Floating-point operations, counted from the spec. */
  readonly cost: number;
}

/**
 * What is missing of a plan, in the order to run it: seed by seed, so that a study broken off is balanced; within
 * a seed the longest first, so that no long one is left alone at the end.
 */
export function trialQueue(
  study: StudyRecord,
  records: ReadonlyMap<string, TrialRecord>,
  again: "failed" | undefined,
): readonly QueuedTrial[] {
  const costs = study.points.map(({ spec }) => {
    const card = study.data.find(({ name }) => name === spec.dataset.name);
    return trialCost(spec, card ?? { inputs: 1, classes: 1 });
  });
  const seedOrder = new Map(study.seeds.map((seed, i) => [seed, i]));
  return study.plan
    .filter(({ id }) => {
      const record = records.get(id);
      return record === undefined || (again === "failed" && isFailure(record));
    })
    .flatMap((trial): QueuedTrial[] => {
      const point = study.points[trial.point];
      if (point === undefined) return [];
      const spec = { ...point.spec, seed: trial.seed };
      return [{ trial, label: point.label, spec, cost: costs[trial.point] ?? 0 }];
    })
    .sort(
      (a, b) =>
        (seedOrder.get(a.trial.seed) ?? 0) - (seedOrder.get(b.trial.seed) ?? 0) ||
        b.cost - a.cost ||
        a.trial.point - b.trial.point,
    );
}

/** Whether a trial ended without a result; to diverge is a result. */
export function isFailure({ status }: TrialRecord): boolean {
  return status === "failed" || status === "timed_out" || status === "out_of_memory";
}
