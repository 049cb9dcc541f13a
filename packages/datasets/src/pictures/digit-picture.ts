import { buildDataset } from "../build-dataset.js";
import type { DatasetEntry } from "../dataset-entry.js";
import { mnist } from "./mnist.js";
import { pixelParts } from "./pixel-parts.js";

const SIDE = 28;

/** The first picture of MNIST's training rows, a 5, as a function of the place. */
export const digitPicture: DatasetEntry = {
  name: "digit",
  description:
    "One handwritten digit, a 5 of 28 × 28 pixels, the first of MNIST; predict its gray value from 0 to 1 at a place. A fifth of the pixels are test rows.",
  source: mnist.source,
  license: mnist.license,
  inputNames: ["x", "y"],
  load: async () => {
    const { features } = await mnist.load();
    const values = Float64Array.from(new Uint8Array(features, 0, SIDE * SIDE), (byte) => byte / 255);
    return buildDataset(pixelParts("digit", { width: SIDE, height: SIDE, channels: 1, values }));
  },
};
