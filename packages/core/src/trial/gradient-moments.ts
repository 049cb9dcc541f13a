/** Updates of a trial at which gradients are measured, beside the first: so a record's size is bounded. */
const MOMENTS = 64;

/**
 * The first update after `step` updates at which a trial of `steps` updates measures its gradients, told by the updates made
 * before it: the trial's first, and at most 64 at equal distances of which the last is the trial's last; `Infinity` where none is left.
 */
export function nextGradientMoment(step: number, steps: number): number {
  if (step >= steps) return Number.POSITIVE_INFINITY;
  if (step === 0) return 0;
  const every = Math.ceil(steps / MOMENTS);
  return steps - 1 - Math.floor((steps - 1 - step) / every) * every;
}
