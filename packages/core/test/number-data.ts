import type { Dataset } from "../src/data/dataset.js";
import { randomStream } from "../src/random/stream.js";

export interface NumberDataOptions {
  readonly trainRows: number;
  readonly testRows: number;
  readonly inputs: number;
  /** The numbers of a row, in the unit that a network learns. */
  readonly value: (inputs: readonly number[], noise: number) => readonly number[];
  /** What reports are in: number · scale + offset. */
  readonly offset?: number;
  readonly scale?: number;
}

/**
 * Rows of inputs in (−1, 1) with numbers to predict; `noise` is uniform in (−1, 1). The same for the same
 * options.
 */
export function numberData(options: NumberDataOptions): Dataset {
  const { trainRows, testRows, inputs, value, offset = 0, scale = 1 } = options;
  const stream = randomStream(2, "number data");
  const rows = trainRows + testRows;
  const features = new Float32Array(rows * inputs);
  const values: number[] = [];
  for (let row = 0; row < rows; row++) {
    const own = Array.from({ length: inputs }, () => Math.fround(2 * stream.uniform() - 1));
    features.set(own, row * inputs);
    values.push(...value(own, 2 * stream.uniform() - 1).map((one) => one * scale + offset));
  }
  const names = Array.from({ length: values.length / rows }, (_, j) => `t${j}`);
  return {
    name: "numbers",
    hash: "n",
    kind: "f32",
    inputs,
    classes: 0,
    density: 1,
    stride: inputs * 4,
    trainRows,
    testRows,
    features: features.buffer,
    labels: new Uint16Array(rows).buffer,
    targets: {
      names,
      values: Float64Array.from(values).buffer,
      offset: names.map(() => offset),
      scale: names.map(() => scale),
    },
  };
}
