import type { TrainSpec } from "../contract/spec.js";
import { pow } from "../math/pow.js";
import { cos } from "../math/sin.js";

const PI = 3.141592653589793;

/**
 * `step`: the rate falls to a tenth at each of these shares of the updates after warm-up (He et al. 2015,
 * ResNet).
 */
const MILESTONES = [1 / 2, 3 / 4];
const STEP_FACTOR = 0.1;
/** `exponential`: the share of the rate that is left when all updates are made. */
const EXPONENTIAL_END = 0.01;

/**
 * The share of `lr` that update `step` (0-based) of `steps` moves by. Warm-up rises linearly from 0 and
 * reaches 1 at its last update: (step + 1) / w. Then, with p = (step − w) / (steps − w) in [0, 1): cosine ½(1
 * + cos πp) · linear 1 − p · exponential 0.01^p · step 0.1 to the number of milestones passed. These are
 * PyTorch's CosineAnnealingLR, LinearLR(1, 0), ExponentialLR and MultiStepLR, stepped once an update.
 */
export function rateShare(
  { schedule, warmup }: Pick<TrainSpec, "schedule" | "warmup">,
  step: number,
  steps: number,
): number {
  const warm = Math.min(steps, warmup < 1 ? Math.round(warmup * steps) : Math.round(warmup));
  if (step < warm) return (step + 1) / warm;
  const passed = (step - warm) / (steps - warm);
  switch (schedule) {
    case "constant":
      return 1;
    case "cosine":
      return 0.5 * (1 + cos(PI * passed));
    case "linear":
      return 1 - passed;
    case "exponential":
      return pow(EXPONENTIAL_END, passed);
    case "step":
      return MILESTONES.reduce((share, from) => (passed >= from ? share * STEP_FACTOR : share), 1);
    default:
      return schedule satisfies never;
  }
}
