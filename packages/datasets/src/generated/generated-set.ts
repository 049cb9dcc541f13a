import { type Dataset, type RandomStream, randomStream } from "@actbench/core/internal";
import { buildDataset } from "../build-dataset.js";
import type { Rows } from "../rows.js";
import { normal } from "./normal.js";

/** How many examples of a generated set, how noisy, and from which seed. */
export interface GeneratedOptions {
  readonly trainRows: number;
  readonly testRows: number;
  /** Standard deviation of the normal noise on each coordinate. */
  readonly noise: number;
  readonly seed: number;
}

/** A point of the plane on its class's curve, before noise; draws what it needs from `stream`. */
export type PlaneCurve = (label: number, stream: RandomStream) => readonly [x: number, y: number];

/**
 * Examples in the plane, classes in turn, in f32: the same bits on every machine (core's own functions only).
 * Training and test examples are separate streams, so a larger training set leaves the test set as it is.
 */
export function generatedSet(
  name: string,
  classes: number,
  curve: PlaneCurve,
  options: GeneratedOptions,
): Dataset {
  const rows = (subset: "train" | "test", count: number): Rows => {
    const stream = randomStream(options.seed, `dataset/${name}/${subset}`);
    const features = new Float32Array(count * 2);
    const labels = new Uint16Array(count);
    for (let row = 0; row < count; row++) {
      const label = row % classes;
      const [x, y] = curve(label, stream);
      features[row * 2] = x + options.noise * normal(stream);
      features[row * 2 + 1] = y + options.noise * normal(stream);
      labels[row] = label;
    }
    return { features, labels };
  };
  const train = rows("train", options.trainRows);
  const test = rows("test", options.testRows);
  return buildDataset({ name, inputs: 2, classes, train, test });
}
