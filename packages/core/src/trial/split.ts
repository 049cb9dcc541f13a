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

/**
 * A trial asks for more examples than there are, or for batches that they do not fill; says how many there
 * are.
 */
export class SplitError extends Error {
  readonly code = "not_enough_examples";
}

/** The last split of each dataset: the trials of a study share it. Nobody writes to it. */
const splits = new WeakMap<Dataset, { readonly key: string; readonly split: Split }>();

/**
 * Splits by the study's seed, the same for all trials of a study, or under `split_by_seed` by the trial's
 * seed too, the same for all points at one seed: a permutation of the training rows gives validation its
 * first and train its next examples; test takes the first of a permutation of the test rows, and validation
 * the first of one of the validation rows where the data has its own.
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
  const key = splitKey(spec);
  if (known?.key === key) return known.split;
  const split = draw(spec, data);
  splits.set(data, { key, split });
  return split;
}

/** What decides the rows of a trial on its dataset: trials of one key have the same rows. */
export function splitKey({ study_seed, seed, dataset }: TrialSpec): string {
  const { train, validation, test, split_by_seed } = dataset;
  return [study_seed, train, validation, test, ...(split_by_seed ? [split_by_seed, seed] : [])].join();
}

function draw(spec: TrialSpec, data: Dataset): Split {
  const { train, validation, test, split_by_seed } = spec.dataset;
  const { trainRows, validationRows, testRows } = data;
  // A stream of each seed, where each draws its own rows.
  const purpose = (what: string): string =>
    split_by_seed === undefined ? `split ${what}` : `split ${what} of seed ${spec.seed}`;
  const firstTest = trainRows + (validationRows ?? 0);
  const drawn = (what: string, length: number, first: number): Uint32Array =>
    permutation(length, spec.study_seed, purpose(what)).map((row) => row + first);
  const pools =
    split_by_seed === "validation_and_test"
      ? drawTest(data, drawn("train and test", trainRows + testRows, 0))
      : { rows: drawn("train", trainRows, 0), testRows: drawn("test", testRows, firstTest) };
  const own = drawn("validation", validationRows ?? 0, trainRows);
  const firstTrain = validationRows === undefined ? validation : 0;
  const trained = pools.rows.slice(firstTrain, firstTrain + train);
  return {
    validation: (validationRows === undefined ? pools.rows : own).slice(0, validation).sort(),
    train: trained,
    trainRising: trained.slice().sort(),
    test: pools.testRows.slice(0, test).sort(),
  };
}

/**
 * Takes test rows from all rows of data whose test rows were held out, numbered without validation rows that
 * come with it: of each class as many as were held out, the first in the given order.
 */
function drawTest({ trainRows, validationRows = 0, testRows, labels }: Dataset, order: Uint32Array) {
  const classes = new Uint16Array(labels);
  const left = new Map<number, number>();
  for (const label of classes.subarray(trainRows + validationRows, trainRows + validationRows + testRows))
    left.set(label, (left.get(label) ?? 0) + 1);
  const rows: number[] = [];
  const tests: number[] = [];
  for (const at of order) {
    const row = at < trainRows ? at : at + validationRows;
    const label = classes[row] as number;
    const wanted = left.get(label) ?? 0;
    if (wanted > 0) left.set(label, wanted - 1);
    (wanted > 0 ? tests : rows).push(row);
  }
  return { rows: Uint32Array.from(rows), testRows: Uint32Array.from(tests) };
}

function permutation(length: number, seed: number, purpose: string): Uint32Array {
  const rows = Uint32Array.from({ length }, (_, row) => row);
  shuffle(rows, randomStream(seed, purpose));
  return rows;
}
