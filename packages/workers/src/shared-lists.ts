import { type Dataset, type SparseRows, sparseRows, stepsOf, type TrialSpec } from "@actbench/core/internal";

/** As `core` decides which kernels the first layer gets: with more non-zero inputs, lists are of no use. */
const SPARSE_BELOW = 0.4;

const listed = new WeakMap<object, SparseRows | undefined>();

/**
 * The non-zero bytes of a dataset, listed once a process; undefined where lists are of no use or too large.
 */
export function sharedLists(data: Dataset): SparseRows | undefined {
  if (data.density >= SPARSE_BELOW || !(data.features instanceof SharedArrayBuffer)) return undefined;
  if (!listed.has(data.features)) listed.set(data.features, sparseRows(data));
  return listed.get(data.features);
}

/** Whether a trial reads so much of its data that making the lists is worth it. */
export function deservesLists(spec: TrialSpec, data: Dataset): boolean {
  return stepsOf(spec) * spec.train.batch_size >= data.trainRows / 2;
}
