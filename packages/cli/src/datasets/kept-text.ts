import type { LoadedDataset } from "@actbench/datasets";
import { plural } from "../terminal/plural.js";

/** What is said of a set that is in the cache now, and how to use it. */
export function keptText(verb: "fetched" | "imported", dataset: LoadedDataset): string {
  const { name, trainRows, validationRows, testRows, inputs, classes, targets, hash } = dataset;
  const own = validationRows === undefined ? "" : `${plural(validationRows, "validation row")}, `;
  const rows = `${plural(trainRows, "training row")}, ${own}${plural(testRows, "test row")}`;
  const learned = targets ? `to predict: ${targets.names.join(", ")}` : `${classes} classes`;
  return [
    `${verb} ${name}: ${rows}, ${plural(inputs, "input")}, ${learned}, hash ${hash.slice(0, 8)}`,
    `look at it   actbench datasets info ${name}`,
    `train on it  dataset: ${name} in a sweep file, or run … dataset=${name}`,
  ].join("\n");
}
