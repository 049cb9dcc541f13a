import type { Sweep } from "../study/sweep.js";

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
export function planTable(_sweep: Sweep): PlanTable {
  throw new Error("not written yet");
}
