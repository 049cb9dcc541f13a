import type { Sweep } from "../study/sweep.js";
import { pointCosts } from "./point-costs.js";
import { valueText } from "./value-text.js";

/** What `plan` shows before anything runs. */
export interface PlanTable {
  readonly name: string;
  readonly hash: string;
  readonly points: number;
  readonly seeds: number;
  readonly trials: number;
  readonly axes: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** Floating-point operations of all trials, counted from the specs. */
  readonly cost: number;
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
  const { name, hash, points, seeds, plan, axes, datasets } = sweep;
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
    cost: rows.reduce((sum, { cost }) => sum + cost, 0),
    rows,
  };
}
