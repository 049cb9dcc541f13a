import { type DataSource, randomStream, shuffle } from "@actbench/core/internal";
import type { Rows } from "./rows.js";
import { pickRows } from "./tables/pick-rows.js";

/** Row numbers of the examples that train and of those that are kept for the test, each in drawn order. */
export interface HeldOut {
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/** Which share of the rows is held out, and the seed that decides which, as a sweep file says them. */
type HoldOut = Pick<DataSource, "holdout" | "holdout_seed">;

/**
 * Draws test rows from every class alike: of a class with n rows, round(holdout · n), but never all of them.
 * The same labels and settings give the same rows on every machine.
 */
export function holdOut(
  labels: ArrayLike<number>,
  { holdout = 0.2, holdout_seed = 0 }: HoldOut = {},
): HeldOut {
  const order = Uint32Array.from({ length: labels.length }, (_, row) => row);
  shuffle(order, randomStream(holdout_seed, "dataset/hold out"));
  const left = new Map<number, number>();
  for (const row of order) left.set(labels[row] ?? 0, (left.get(labels[row] ?? 0) ?? 0) + 1);
  for (const [label, count] of left) left.set(label, Math.min(Math.round(holdout * count), count - 1));
  const isTest = (row: number): boolean => {
    const label = labels[row] ?? 0;
    const wanted = left.get(label) ?? 0;
    left.set(label, wanted - 1);
    return wanted > 0;
  };
  const test = order.filter(isTest);
  const tested = new Set(test);
  return { train: order.filter((row) => !tested.has(row)), test };
}

/** Rows of which some are held out as test rows, as the parts of a dataset. */
export function heldOutParts(all: Rows, inputs: number, settings?: HoldOut) {
  const { train, test } = holdOut(all.labels, settings);
  return { train: pickRows(all, inputs, train), test: pickRows(all, inputs, test), heldOut: true as const };
}
