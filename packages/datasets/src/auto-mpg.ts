import { AUTO_MPG_ROWS } from "./auto-mpg-rows.js";
import { buildDataset } from "./build-dataset.js";
import type { DatasetEntry } from "./dataset-entry.js";
import { heldOutParts } from "./hold-out.js";
import type { Rows } from "./rows.js";
import { rescale } from "./tables/rescale.js";
import { targetParts } from "./target-scale.js";

const MEASURES = ["cylinders", "displacement", "horsepower", "weight", "acceleration", "model year"] as const;
const ORIGINS = ["from America", "from Europe", "from Japan"] as const;
const INPUTS = [...MEASURES, ...ORIGINS];

/** All cars: six measures and three columns of 0 and 1 for the origin; the miles per gallon to predict. */
function cars(): Rows {
  const lines = AUTO_MPG_ROWS.trim().split("\n");
  const rows = lines.map((line) => line.split(" ").map(Number));
  return {
    features: Float32Array.from(
      rows.flatMap(([, ...measures]) => {
        const origin = measures.pop();
        return [...measures, ...ORIGINS.map((_, i) => (origin === i + 1 ? 1 : 0))];
      }),
    ),
    labels: new Uint16Array(rows.length),
    values: Float64Array.from(rows, ([mpg = Number.NaN]) => mpg),
  };
}

/**
 * Cars from UCI's Auto MPG data: a fifth are test rows, drawn once for all; inputs and target are
 * standardized.
 */
export const autoMpg: DatasetEntry = {
  name: "auto_mpg",
  description:
    "392 cars of 1970 to 1982, six measures and the origin, standardized; predict miles per gallon, learned standardized.",
  source:
    "R. Quinlan 1993: Auto MPG, UCI Machine Learning Repository, doi:10.24432/C5859H; by way of the package vega-datasets 3.2.1, without cars of which a number is missing, and the cars of 1981 given their year again",
  license: "CC BY 4.0",
  inputNames: INPUTS,
  load: async () => {
    const all = cars();
    const inputs = INPUTS.length;
    const rows = heldOutParts(all, inputs);
    const targets = targetParts(["miles per gallon"], rows.train, "standardize");
    const parts = { name: "auto_mpg", inputs, classes: 0, ...rows, targets };
    return buildDataset(rescale(parts, "standardize"));
  },
};
