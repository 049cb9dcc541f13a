import type { DatasetEntry } from "./dataset-entry.js";
import { blobs } from "./generated/blobs.js";
import { circles } from "./generated/circles.js";
import { gaussianQuantiles } from "./generated/gaussian-quantiles.js";
import { interval } from "./generated/interval.js";
import { spirals } from "./generated/spirals.js";
import { twoMoons } from "./generated/two-moons.js";
import { xor } from "./generated/xor.js";
import { iris } from "./iris.js";
import { fashionMnist } from "./pictures/fashion-mnist.js";
import { mnist } from "./pictures/mnist.js";

/** Every named dataset; the command line, the tests and the docs read this list. */
export const datasetCatalog: readonly DatasetEntry[] = [
  mnist,
  fashionMnist,
  iris,
  twoMoons,
  spirals,
  circles,
  xor,
  blobs,
  gaussianQuantiles,
  interval,
];
