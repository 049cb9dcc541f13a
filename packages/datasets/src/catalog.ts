import { autoMpg } from "./auto-mpg.js";
import type { DatasetEntry } from "./dataset-entry.js";
import { blobs } from "./generated/blobs.js";
import { chirp } from "./generated/chirp.js";
import { circles } from "./generated/circles.js";
import { friedman1 } from "./generated/friedman1.js";
import { gaussianQuantiles } from "./generated/gaussian-quantiles.js";
import { interval } from "./generated/interval.js";
import { peaks } from "./generated/peaks.js";
import { sine } from "./generated/sine.js";
import { spirals } from "./generated/spirals.js";
import { step } from "./generated/step.js";
import { twoMoons } from "./generated/two-moons.js";
import { xor } from "./generated/xor.js";
import { iris } from "./iris.js";
import { digitPicture } from "./pictures/digit-picture.js";
import { fashionMnist } from "./pictures/fashion-mnist.js";
import { mnist } from "./pictures/mnist.js";
import { testPicture } from "./pictures/test-picture.js";

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
  sine,
  chirp,
  step,
  friedman1,
  peaks,
  testPicture,
  digitPicture,
  autoMpg,
];
