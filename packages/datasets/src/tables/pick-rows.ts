import type { Rows } from "../rows.js";

/** Some rows of a subset, in the given order. */
export function pickRows({ features, labels, values }: Rows, inputs: number, rows: Uint32Array): Rows {
  const picked =
    features instanceof Float32Array
      ? new Float32Array(rows.length * inputs)
      : new Uint8Array(rows.length * inputs);
  const targets = values === undefined ? 0 : values.length / labels.length;
  const numbers = new Float64Array(rows.length * targets);
  rows.forEach((row, i) => {
    picked.set(features.subarray(row * inputs, (row + 1) * inputs), i * inputs);
    if (values !== undefined) numbers.set(values.subarray(row * targets, (row + 1) * targets), i * targets);
  });
  return {
    features: picked,
    labels: Uint16Array.from(rows, (row) => labels[row] ?? 0),
    ...(values === undefined ? {} : { values: numbers }),
  };
}
