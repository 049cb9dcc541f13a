import type { Rescale } from "@actbench/core/internal";
import type { DatasetParts } from "../build-dataset.js";
import { scaleOf } from "../column-scale.js";
import type { Rows } from "../rows.js";

/**
 * Brings every input to one scale, from its training rows: `(v − mean) / deviation`, or `(v − min) / (max −
 * min)`. An input with one value throughout becomes 0. Sums run in row order in f64, so the bits are the same
 * everywhere.
 */
export function rescale(parts: DatasetParts, how: Rescale): DatasetParts {
  if (how === "none") return parts;
  const { inputs, train, validation, test } = parts;
  const maps = Array.from({ length: inputs }, (_, column) =>
    scaleOf(how, train.features, { width: inputs, column }),
  );
  const mapped = ({ features, ...others }: Rows): Rows => ({
    features: Float32Array.from(features, (value, at) => {
      const { from = 0, width = 0 } = maps[at % inputs] ?? {};
      return width === 0 ? 0 : (value - from) / width;
    }),
    ...others,
  });
  const own = validation === undefined ? {} : { validation: mapped(validation) };
  return { ...parts, train: mapped(train), ...own, test: mapped(test) };
}
