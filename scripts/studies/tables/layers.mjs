import { table } from "../../generate/table.mjs";
import { digits, estimateText, meanOf } from "../estimate-text.mjs";

const TITLES = { "a.mean": "mean of activations", "a.std": "standard deviation of activations" };

/**
 * `layers(median_activation)`: a measured field of units by point and hidden layer, and its size over all
 * layers; `layers(a.std)` is the deviation of activations.
 */
export const layers = {
  needs: (field) => [field.split(".")[0]],
  lines({ groups, confidence }, field) {
    const rows = groups.map(({ label, best }) => {
      const seeds = best.trials.flatMap(({ record }) => {
        const values = record.curve.at(-1)?.units?.map((units) => valueAt(units, field));
        return values?.every((value) => typeof value === "number") ? [values] : [];
      });
      const depth = seeds[0]?.length ?? 0;
      const means = Array.from({ length: depth }, (_, layer) =>
        digits(meanOf(seeds.map((one) => one[layer]))),
      );
      const sizes = seeds.map((values) => meanOf(values.map(Math.abs)));
      return [label, `${seeds.length}`, estimateText(sizes, confidence), means.join(" · ")];
    });
    return [
      `## ${TITLES[field] ?? field.replaceAll("_", " ")}`.replace(
        /## (.)/,
        (_, first) => `## ${first.toUpperCase()}`,
      ),
      "",
      "Distance from 0, as the mean over hidden layers with its interval over seeds; and by layer, from first to last, the mean over seeds.",
      "",
      ...table(["configuration", "n", "distance from 0", "by layer"], rows),
      "",
    ];
  },
};

function valueAt(units, field) {
  return field.split(".").reduce((value, name) => value?.[name], units);
}
