import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import { randomStream, shuffle } from "../random/stream.js";
import { stepsPerEpoch } from "./cost.js";

/** Row numbers of each subset; no row is in two of them. */
export interface Split {
  readonly train: Uint32Array;
  /** The rows of `train`, rising: an evaluation reads memory in its order. */
  readonly trainRising: Uint32Array;
  readonly validation: Uint32Array;
  readonly test: Uint32Array;
}

/** A trial asks for more examples than there are, or for batches that they do not fill; says how many there are. */
export class SplitError extends Error {
  readonly code = "not_enough_examples";
}

/** The last split of each dataset: the trials of a study share it. Nobody writes to it. */
const splits = new WeakMap<Dataset, { readonly key: string; readonly split: Split }>();

/**
 * Splits by the study's seed, the same for all trials of a study: a permutation of the training rows gives
 * validation its first and train its next examples; test takes the first of a permutation of the test rows, and
 * validation the first of one of the validation rows where the data has its own.
 */
export function splitRows(spec: TrialSpec, data: Dataset): Split {
  const { train, validation, test } = spec.dataset;
  const { trainRows, validationRows } = data;
  if (validationRows !== undefined && (validation > validationRows || train > trainRows))
    throw new SplitError(
      `dataset ${data.name}: train ${train} and validation ${validation} examples asked for, ${trainRows} and ${validationRows} there; lower dataset.train or dataset.validation`,
    );
  if (validationRows === undefined && train + validation > trainRows)
    throw new SplitError(
      `dataset ${data.name}: train ${train} + validation ${validation} examples asked for, ${trainRows} there; lower dataset.train or dataset.validation`,
    );
  if (test > data.testRows)
    throw new SplitError(
      `dataset ${data.name}: test ${test} examples asked for, ${data.testRows} there; lower dataset.test`,
    );
  if (stepsPerEpoch(spec) === 0 && (spec.train.steps ?? spec.train.epochs) > 0)
    throw new SplitError(
      `dataset ${data.name}: ${train} training examples hold no batch of ${spec.train.batch_size} (train.drop_last is ${spec.train.drop_last}); lower train.batch_size or raise dataset.train`,
    );
  const known = splits.get(data);
  const key = [spec.study_seed, train, validation, test].join();
  if (known?.key === key) return known.split;
  const rows = permutation(trainRows, spec.study_seed, "split train");
  const own = permutation(validationRows ?? 0, spec.study_seed, "split validation");
  const testRows = permutation(data.testRows, spec.study_seed, "split test");
  const firstTrain = validationRows === undefined ? validation : 0;
  const drawn = rows.slice(firstTrain, firstTrain + train);
  const chosenBy = validationRows === undefined ? rows : own.map((row) => row + trainRows);
  const split: Split = {
    validation: chosenBy.slice(0, validation).sort(),
    train: drawn,
    trainRising: drawn.slice().sort(),
    test: testRows
      .slice(0, test)
      .map((row) => row + trainRows + (validationRows ?? 0))
      .sort(),
  };
  splits.set(data, { key, split });
  return split;
}

function permutation(length: number, seed: number, purpose: string): Uint32Array {
  const rows = Uint32Array.from({ length }, (_, row) => row);
  shuffle(rows, randomStream(seed, purpose));
  return rows;
}
