import { drawn } from "./drawn.js";

/**
 * Normal weights of deviation 1 / √(fan_in · E[x²]), so that every pre-activation starts with variance 1:
 * E[x²] is measured for the first layer and is 1 / gain² behind an activation. Where it is 0 or not finite
 * nothing can be balanced, and it counts as 1.
 */
export const auto = drawn("normal", ({ inputs, inputMoment }) => {
  const moment = inputMoment();
  const usable = moment > 0 && moment < Number.POSITIVE_INFINITY;
  return 1 / Math.sqrt(inputs * (usable ? moment : 1));
});
