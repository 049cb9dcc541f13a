import type { Dataset } from "@actbench/core/internal";

/** What one input takes over the training rows, as stored: before any normalization. */
export interface InputRange {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Standard deviation, the root of the mean squared distance from the mean. */
  readonly deviation: number;
}

/** Range, mean and deviation of every input over the training rows, in the order of the inputs. */
export function describeInputs(dataset: Dataset): readonly InputRange[] {
  const { kind, inputs, stride, trainRows, features } = dataset;
  const values = kind === "f32" ? new Float32Array(features) : new Uint8Array(features);
  const rowLength = stride / values.BYTES_PER_ELEMENT;
  const min = new Float64Array(inputs).fill(Number.POSITIVE_INFINITY);
  const max = new Float64Array(inputs).fill(Number.NEGATIVE_INFINITY);
  const sum = new Float64Array(inputs);
  eachValue((input, value) => {
    if (value < (min[input] ?? 0)) min[input] = value;
    if (value > (max[input] ?? 0)) max[input] = value;
    sum[input] = (sum[input] ?? 0) + value;
  });
  const mean = sum.map((total) => total / trainRows);
  const squares = new Float64Array(inputs);
  eachValue((input, value) => {
    squares[input] = (squares[input] ?? 0) + (value - (mean[input] ?? 0)) ** 2;
  });
  return Array.from({ length: inputs }, (_, input) => ({
    min: min[input] ?? 0,
    max: max[input] ?? 0,
    mean: mean[input] ?? 0,
    deviation: Math.sqrt((squares[input] ?? 0) / trainRows),
  }));

  function eachValue(see: (input: number, value: number) => void): void {
    for (let row = 0; row < trainRows; row++)
      for (let input = 0; input < inputs; input++) see(input, values[row * rowLength + input] ?? 0);
  }
}
