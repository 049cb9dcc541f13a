import type { Rescale } from "@actbench/core/internal";
import type { DatasetParts } from "../build-dataset.js";
import type { Rows } from "../rows.js";

/**
 * Brings every input to one scale, from its training rows: `(v − mean) / deviation`, or `(v − min) / (max − min)`. An
 * input with one value throughout becomes 0. Sums run in row order in f64, so the bits are the same everywhere.
 */
export function rescale(parts: DatasetParts, how: Rescale): DatasetParts {
  if (how === "none") return parts;
  const { inputs, train, validation, test } = parts;
  const maps = Array.from({ length: inputs }, (_, input) =>
    how === "range" ? toRange(train, inputs, input) : toStandard(train, inputs, input),
  );
  const mapped = ({ features, labels }: Rows): Rows => ({
    features: Float32Array.from(features, (value, at) => {
      const { from = 0, width = 0 } = maps[at % inputs] ?? {};
      return width === 0 ? 0 : (value - from) / width;
    }),
    labels,
  });
  const own = validation === undefined ? {} : { validation: mapped(validation) };
  return { ...parts, train: mapped(train), ...own, test: mapped(test) };
}

/** v becomes (v − from) / width. */
interface InputScale {
  readonly from: number;
  readonly width: number;
}

function toRange({ features }: Rows, inputs: number, input: number): InputScale {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let at = input; at < features.length; at += inputs) {
    const value = features[at] ?? 0;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { from: min, width: max - min };
}

function toStandard({ features, labels }: Rows, inputs: number, input: number): InputScale {
  let sum = 0;
  for (let at = input; at < features.length; at += inputs) sum += features[at] ?? 0;
  const mean = sum / labels.length;
  let squares = 0;
  for (let at = input; at < features.length; at += inputs) squares += ((features[at] ?? 0) - mean) ** 2;
  return { from: mean, width: Math.sqrt(squares / labels.length) };
}
