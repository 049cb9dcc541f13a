import { keptBytes, MAX_KEPT_BYTES } from "@actbench/core/internal";
import { largestTrial } from "../plan/largest-trial.js";
import { pointCosts } from "../plan/point-costs.js";
import { expectedCost, type PlannedRung, plannedRungs } from "../plan/rung-plan.js";
import { valueText } from "../settings/value-text.js";
import { finalistGroups } from "./finalist-groups.js";
import type { Sweep } from "./sweep.js";

/** What `plan` shows before anything runs. */
export interface PlanTable {
  readonly name: string;
  readonly hash: string;
  readonly points: number;
  readonly seeds: number;
  readonly trials: number;
  readonly axes: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** Where poor points end early; absent: every trial runs to its end. */
  readonly rungs?: readonly PlannedRung[];
  /** Axes within whose values rungs are decided; absent: among all points. */
  readonly within?: readonly string[];
  /**
   * Where finalists run again: on how many fresh seeds, and how many points these may be. Neither trials nor
   * cost hold them.
   */
  readonly confirm?: { readonly seeds: number; readonly points: number };
  /**
   * Floating-point operations of all trials, counted from the specs; with rungs those that are expected to
   * run.
   */
  readonly cost: number;
  /** Memory of the trial that needs most. */
  readonly trial_bytes: number;
  /** What `measure.weights` keeps of all trials; absent where weights are not kept. */
  readonly kept_bytes?: number;
  /** In plan order. */
  readonly rows: readonly PlanRow[];
}

export interface PlanRow {
  readonly trial: number;
  readonly id: string;
  readonly point: number;
  readonly seed: number;
  readonly label: string;
  readonly cost: number;
}

/** The plan of a sweep as data for a table or for JSON. */
export function planTable(sweep: Sweep): PlanTable {
  const { name, hash, points, seeds, plan, axes, datasets, early_terminate: early } = sweep;
  const costs = pointCosts(points, datasets);
  const rows = plan.map((trial) => ({
    ...trial,
    label: points[trial.point]?.label ?? "",
    cost: costs[trial.point] ?? 0,
  }));
  return {
    name,
    hash,
    points: points.length,
    seeds: seeds.length,
    trials: plan.length,
    axes: axes.map((axis) => ({ name: axis.name, values: axis.values.map(valueText) })),
    ...(early === undefined ? {} : { rungs: plannedRungs(points, early) }),
    ...(early?.within === undefined ? {} : { within: early.within }),
    ...(sweep.confirm === undefined
      ? {}
      : { confirm: { seeds: sweep.confirm.seeds.length, points: finalistGroups(points).length } }),
    cost:
      early === undefined
        ? rows.reduce((sum, { cost }) => sum + cost, 0)
        : expectedCost(points, costs, early) * seeds.length,
    trial_bytes: largestTrial(points, datasets),
    ...keptWeights(sweep),
    rows,
  };
}

function keptWeights({ points, plan, datasets }: Sweep): Pick<PlanTable, "kept_bytes"> {
  const bytes = points.map(({ spec }) => {
    const facts = datasets.find(({ hash }) => hash === spec.dataset.hash);
    if (facts === undefined || spec.measure.weights === undefined) return 0;
    const needed = keptBytes(spec, facts);
    return needed > MAX_KEPT_BYTES ? 0 : needed;
  });
  const kept_bytes = plan.reduce((sum, { point }) => sum + (bytes[point] ?? 0), 0);
  return kept_bytes === 0 ? {} : { kept_bytes };
}
