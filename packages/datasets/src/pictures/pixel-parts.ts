import type { DataSource } from "@actbench/core/internal";
import type { DatasetParts } from "../build-dataset.js";
import { DatasetError } from "../dataset-error.js";
import { holdOut } from "../hold-out.js";
import type { Rows } from "../rows.js";
import { pickRows } from "../tables/pick-rows.js";
import { rescale } from "../tables/rescale.js";
import { constantTargets, targetParts } from "../target-scale.js";

/** A picture: one value of each channel for each pixel, from 0 to 1, row by row from the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly values: Float64Array;
}

const NAMES = { 1: ["gray"], 3: ["red", "green", "blue"] } as const;

/** The middle of a pixel of a picture, whose longer side is from −1 to 1; y grows upwards. */
function coordinates({ width, height }: Picture): Float32Array {
  const half = Math.max(width, height) / 2;
  return Float32Array.from({ length: width * height * 2 }, (_, at) => {
    const pixel = at >> 1;
    const x = (pixel % width) + 0.5 - width / 2;
    const y = height / 2 - Math.floor(pixel / width) - 0.5;
    return (at % 2 === 0 ? x : y) / half;
  });
}

/**
 * A row for each pixel: its coordinates, and the values of its channels to predict. A share of the pixels are
 * test rows.
 */
export function pixelParts(name: string, picture: Picture, source: DataSource = {}): DatasetParts {
  const { rescale: how = "none" } = source;
  const { width, height, channels, values } = picture;
  const labels = new Uint16Array(width * height);
  const all: Rows = { features: coordinates(picture), labels, values };
  const drawn = holdOut(labels, source);
  const rising = (rows: Uint32Array): Rows => pickRows(all, 2, rows.slice().sort());
  const train = rising(drawn.train);
  const names = NAMES[channels];
  if (constantTargets(names, train).length === names.length)
    throw new DatasetError(
      "dataset_refused",
      `the picture ${JSON.stringify(name)} has only one color; there is nothing to predict`,
    );
  const targets = { ...targetParts(names, train, how), picture: [width, height] as const };
  const parts = { name, inputs: 2, classes: 0, train, test: rising(drawn.test), heldOut: true as const };
  return rescale({ ...parts, targets }, how);
}
