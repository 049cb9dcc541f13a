import { exp } from "../math/exp.js";
import { classChance } from "../task/chance.js";
import { firstLargest } from "./first-largest.js";
import type { OutputScore } from "./score-entry.js";

const BINS = 15;

/**
 * Expected calibration error (Guo et al. 2017): examples in 15 equal-width bins of confidence, the largest of
 * the softmax's probabilities; the mean over examples of |share of right answers − mean confidence| of their
 * bin. A bin holds its upper end, not its lower.
 */
export const ece = {
  name: "ece",
  title: "calibration error",
  unit: "share",
  goal: "minimize",
  tasks: ["classification"],
  losses: ["cross_entropy"],
  mayBeMissing: true,
  doc: "the expected calibration error over 15 equal-width bins of confidence, with train.loss: cross_entropy",
  begin() {
    let examples = 0;
    // Right answers less confidence, summed by bin: the bin's share in the mean, times its gap.
    const gaps = new Float64Array(BINS);
    return {
      add(outputs, label) {
        const answer = firstLargest(outputs);
        const confidence = answer < 0 ? Number.NaN : 1 / sumOfPowers(outputs, outputs[answer] as number);
        const bin = Math.min(BINS - 1, Math.max(0, Math.ceil(confidence * BINS) - 1));
        const at = Number.isNaN(confidence) ? 0 : bin;
        gaps[at] = (gaps[at] as number) + (answer === label ? 1 : 0) - confidence;
        examples++;
      },
      value: () => gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / Math.max(1, examples),
    };
  },
  diverged(chance) {
    const classes = classChance(chance);
    return classes && 1 - classes.commonest;
  },
} as const satisfies OutputScore;

/** Σ e^(zⱼ − max). */
function sumOfPowers(outputs: Float32Array, max: number): number {
  let sum = 0;
  for (const z of outputs) sum += exp(z - max);
  return sum;
}
