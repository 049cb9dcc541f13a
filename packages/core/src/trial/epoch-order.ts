import type { TrialSpec } from "../contract/spec.js";
import { randomStream, shuffle } from "../random/stream.js";

/**
 * Puts the order in which an epoch (0-based) goes through the training rows into `order`: batch b is its rows
 * from b · batch_size. Each epoch starts from the split's order, so that a paused trial needs no earlier
 * epoch's.
 */
export function epochOrder(
  { seed, train }: Pick<TrialSpec, "seed" | "train">,
  rows: Uint32Array,
  epoch: number,
  order: Uint32Array = new Uint32Array(rows.length),
): Uint32Array {
  order.set(rows);
  if (train.shuffle) shuffle(order, randomStream(seed, "batches", epoch));
  return order;
}
