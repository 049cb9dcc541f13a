import { log } from "../math/log.js";
import { meanChance } from "../task/chance.js";
import type { SummedScore } from "./score-entry.js";
import { meanOf } from "./target-means.js";

const LN10 = 2.302585092994046;
/** Without any error the ratio would be infinite; 200 dB is below the rounding of one output in f32. */
const LEAST = 1e-20;

const decibels = (meanSquare: number): number => (-10 * log(Math.max(LEAST, meanSquare))) / LN10;

/**
 * Peak signal-to-noise ratio for a peak of 1: −10 log₁₀ of the mean squared error over examples and targets.
 */
export const psnr = {
  name: "psnr",
  title: "PSNR",
  unit: "db",
  goal: "maximize",
  tasks: ["regression"],
  mayBeMissing: true,
  doc: "the peak signal-to-noise ratio in dB for targets from 0 to 1, measured for images by default",
  of: ({ errors }, rows) => decibels(meanOf(errors?.squares, rows)),
  diverged(chance) {
    const mean = meanChance(chance);
    return mean && decibels(mean.rmse * mean.rmse);
  },
} as const satisfies SummedScore;
