/** Updates chosen besides the first, so that what is kept is bounded. */
const CHOSEN = 64;

/**
 * The first chosen update (0-based) from `step` on, of a trial of `steps` updates: the trial's first, and at
 * most 64 at equal distances of which the last is the trial's last; `Infinity` where none is left.
 */
export function nextChosenUpdate(step: number, steps: number): number {
  if (step >= steps) return Number.POSITIVE_INFINITY;
  if (step === 0) return 0;
  const every = Math.ceil(steps / CHOSEN);
  return steps - 1 - Math.floor((steps - 1 - step) / every) * every;
}
