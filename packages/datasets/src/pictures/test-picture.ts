import { cos, type Dataset, exp, sin } from "@actbench/core/internal";
import { buildDataset } from "../build-dataset.js";
import type { DatasetEntry } from "../dataset-entry.js";
import { type Picture, pixelParts } from "./pixel-parts.js";

const SIDE = 64;

/** A color of a place of the square from −1 to 1, y upwards: each channel from 0 to 1. */
function colorAt(x: number, y: number): readonly [red: number, green: number, blue: number] {
  const distance = Math.sqrt((x + 0.35) * (x + 0.35) + (y - 0.3) * (y - 0.3));
  // A disk with a hard edge, rings that grow finer, stripes at an angle, a soft glow, on a ground that grows
  // brighter.
  const disk = distance < 0.3 ? 1 : 0;
  const fromCorner = (x - 1) * (x - 1) + (y + 1) * (y + 1);
  const rings = fromCorner < 1 ? 0.5 + 0.5 * cos(18 * fromCorner) : 0;
  const stripes = x > 0.15 && y > 0.15 ? 0.5 + 0.5 * sin(22 * (x + 0.5 * y)) : 0;
  const glow = exp(-6 * ((x + 0.5) * (x + 0.5) + (y + 0.5) * (y + 0.5)));
  const ground = 0.15 + 0.1 * (y + 1);
  const shade = (part: number, more: number): number => Math.min(1, ground + part * more);
  return [
    shade(1, 0.7 * disk + 0.3 * rings + 0.1 * stripes + 0.6 * glow),
    shade(1, 0.2 * disk + 0.55 * rings + 0.45 * stripes + 0.4 * glow),
    shade(1, 0.1 * disk + 0.2 * rings + 0.65 * stripes),
  ];
}

function drawn(side: number): Picture {
  const values = new Float64Array(side * side * 3);
  for (let pixel = 0; pixel < side * side; pixel++) {
    const x = (2 * ((pixel % side) + 0.5)) / side - 1;
    const y = 1 - (2 * (Math.floor(pixel / side) + 0.5)) / side;
    values.set(colorAt(x, y), pixel * 3);
  }
  return { width: side, height: side, channels: 3, values };
}

/** A drawn picture with hard edges, fine rings, stripes and soft shades. */
export function generateTestPicture({ side = SIDE } = {}): Dataset {
  return buildDataset(pixelParts("picture", drawn(side)));
}

/** A picture to fit with a coordinate network, as in Sitzmann et al. 2020 (arXiv:2006.09661). */
export const testPicture: DatasetEntry = {
  name: "picture",
  description:
    "A drawn picture of 64 × 64 pixels: hard edges, fine rings, stripes, soft shades; predict red, green and blue from 0 to 1 at a place. A fifth of the pixels are test rows.",
  source: "generated",
  license: "public domain",
  inputNames: ["x", "y"],
  load: async () => generateTestPicture(),
};
