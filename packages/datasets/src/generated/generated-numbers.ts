import { type Dataset, type RandomStream, type Rescale, randomStream } from "@actbench/core/internal";
import { buildDataset } from "../build-dataset.js";
import type { Rows } from "../rows.js";
import { targetParts } from "../target-scale.js";

/**
 * One subset of a generated set: how many rows, and the inputs of each; draws what it needs from `stream`.
 */
export interface GeneratedRows {
  readonly count: number;
  inputs(row: number, stream: RandomStream): readonly number[];
}

/** What numbers a generated set has to predict. */
export interface GeneratedNumbers {
  readonly name: string;
  readonly inputs: number;
  readonly targets: readonly string[];
  readonly train: GeneratedRows;
  readonly test: GeneratedRows;
  /** The numbers of a row, from its inputs as f32 holds them; noise is drawn from `stream`. */
  value(inputs: readonly number[], stream: RandomStream): readonly number[];
  /** How a network learns the numbers; default: as they are. */
  readonly rescale?: Rescale;
  readonly seed: number;
}

/**
 * Rows with numbers to predict, the same bits on every machine (core's own functions only). Training and test
 * rows are separate streams, so a larger training set leaves the test set as it is.
 */
export function generatedNumbers(options: GeneratedNumbers): Dataset {
  const { name, inputs, targets, seed } = options;
  const rowsOf = (subset: "train" | "test"): Rows => {
    const { count, inputs: inputsOf } = options[subset];
    const stream = randomStream(seed, `dataset/${name}/${subset}`);
    const features = new Float32Array(count * inputs);
    const values = new Float64Array(count * targets.length);
    for (let row = 0; row < count; row++) {
      const own = inputsOf(row, stream).map(Math.fround);
      features.set(own, row * inputs);
      values.set(options.value(own, stream), row * targets.length);
    }
    return { features, labels: new Uint16Array(count), values };
  };
  const train = rowsOf("train");
  const learned = targetParts(targets, train, options.rescale ?? "none");
  return buildDataset({ name, inputs, classes: 0, train, test: rowsOf("test"), targets: learned });
}

/** Rows at even distances over an interval, none at its ends or, if their number is even, at its middle. */
export function evenRows(count: number, [from, to]: readonly [number, number]): GeneratedRows {
  return { count, inputs: (row) => [from + ((to - from) * (row + 0.5)) / count] };
}
