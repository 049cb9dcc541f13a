import type { Dataset } from "../data/dataset.js";
import { randomStream, shuffle } from "../random/stream.js";
import type { TrialSpec } from "./spec.js";

/** Row numbers of each subset; no row is in two of them. */
export interface Split {
  readonly train: Uint32Array;
  readonly validation: Uint32Array;
  readonly test: Uint32Array;
}

/** A trial asks for more examples than its data has; says how many there are. */
export class SplitError extends Error {
  readonly code = "not_enough_examples";
}

/**
 * Splits by the study's seed, the same for all trials of a study: a permutation of the training rows gives
 * validation its first and train its next examples; test takes the first of a permutation of the test rows.
 */
export function splitRows(spec: TrialSpec, data: Dataset): Split {
  const { train, validation, test } = spec.dataset;
  if (train + validation > data.trainRows)
    throw new SplitError(
      `dataset ${data.name}: train ${train} + validation ${validation} examples asked for, ${data.trainRows} there; lower dataset.train or dataset.validation`,
    );
  if (test > data.testRows)
    throw new SplitError(
      `dataset ${data.name}: test ${test} examples asked for, ${data.testRows} there; lower dataset.test`,
    );
  const rows = permutation(data.trainRows, spec.study_seed, "split train");
  const testRows = permutation(data.testRows, spec.study_seed, "split test");
  return {
    validation: rows.slice(0, validation),
    train: rows.slice(validation, validation + train),
    test: testRows.slice(0, test).map((row) => row + data.trainRows),
  };
}

function permutation(length: number, seed: number, purpose: string): Uint32Array {
  const rows = Uint32Array.from({ length }, (_, row) => row);
  shuffle(rows, randomStream(seed, purpose));
  return rows;
}
