import { randomStream, shuffle } from "@actbench/core/internal";

/** Row numbers of the examples that train and of those that are kept for the test, each in drawn order. */
export interface HeldOut {
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/**
 * Draws test rows from every class alike: of a class with n rows, round(share · n), but never all of them.
 * The same `labels`, `share` and `seed` give the same rows on every machine.
 */
export function holdOut(
  labels: ArrayLike<number>,
  { share, seed }: { readonly share: number; readonly seed: number },
): HeldOut {
  const order = Uint32Array.from({ length: labels.length }, (_, row) => row);
  shuffle(order, randomStream(seed, "dataset/hold out"));
  const left = new Map<number, number>();
  for (const row of order) left.set(labels[row] ?? 0, (left.get(labels[row] ?? 0) ?? 0) + 1);
  for (const [label, count] of left) left.set(label, Math.min(Math.round(share * count), count - 1));
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
