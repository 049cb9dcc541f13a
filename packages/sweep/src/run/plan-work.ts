import { cardTaskData } from "@actbench/core/internal";
import { pointCosts } from "../plan/point-costs.js";
import { runOrder } from "../plan/run-order.js";
import { isFailure } from "../results/is-failure.js";
import type { QueuedTrial } from "./queued-trial.js";
import type { NextTrials, Work } from "./work.js";
import type { WritableRun } from "./writable-run.js";

/**
 * Every trial over some seeds that is missing of a run's plan, or every one that failed, each to its end;
 * default: over all seeds.
 */
export function planWork(
  { study, records }: WritableRun,
  again: "failed" | undefined,
  seeds: readonly number[] = [...study.seeds, ...(study.confirm?.seeds ?? [])],
): Work {
  const wanted = new Set(seeds);
  const plan = study.plan.filter(({ seed }) => wanted.has(seed));
  const costs = pointCosts(study.points, study.data.map(cardTaskData));
  const trials = plan
    .filter(({ id }) => {
      const record = records.get(id);
      return record === undefined ? again === undefined : again === "failed" && isFailure(record);
    })
    .flatMap((trial): QueuedTrial[] => {
      const point = study.points[trial.point];
      if (point === undefined) return [];
      const spec = { ...point.spec, seed: trial.seed };
      return [{ trial, label: point.label, spec, cost: costs[trial.point] ?? 0, from: 0, round: 0 }];
    })
    .sort(runOrder(seeds));
  let next: NextTrials = { trials, ended: [] };
  return {
    cost: trials.reduce((sum, { cost }) => sum + cost, 0),
    more: () => {
      const given = next;
      next = { trials: [], ended: [] };
      return given;
    },
    isDone: () => plan.every(({ id }) => records.has(id)),
  };
}
