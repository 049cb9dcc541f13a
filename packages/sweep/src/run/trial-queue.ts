import type { PlannedTrial, StudyRecord, TrialRecord, TrialSpec } from "@actbench/core";
import { pointCosts } from "../plan/point-costs.js";
import { runOrder } from "./run-order.js";

/** A trial to run. */
export interface QueuedTrial {
  readonly trial: PlannedTrial;
  readonly label: string;
  readonly spec: TrialSpec;
  /** Floating-point operations, counted from the spec. */
  readonly cost: number;
}

/** What is missing of a plan, in the order to run it. */
export function trialQueue(
  study: StudyRecord,
  records: ReadonlyMap<string, TrialRecord>,
  again: "failed" | undefined,
): readonly QueuedTrial[] {
  const costs = pointCosts(study.points, study.data);
  return study.plan
    .filter(({ id }) => {
      const record = records.get(id);
      return record === undefined ? again === undefined : again === "failed" && isFailure(record);
    })
    .sort(runOrder(study.seeds, costs))
    .flatMap((trial): QueuedTrial[] => {
      const point = study.points[trial.point];
      if (point === undefined) return [];
      const spec = { ...point.spec, seed: trial.seed };
      return [{ trial, label: point.label, spec, cost: costs[trial.point] ?? 0 }];
    });
}

/** Whether a trial ended without a result; to diverge is a result. */
export function isFailure({ status }: TrialRecord): boolean {
  return status === "failed" || status === "timed_out" || status === "out_of_memory";
}
