/**
 * How many 128-bit vectors a register tile spans. Four where V8 merges pairs of vectors into 256-bit
 * registers, two elsewhere. A plan changes how fast a network trains, never its bits, so it is no part of a
 * trial's spec.
 */
export interface LanePlan {
  readonly tile: 2 | 4;
}

/** Fits every engine that has 128-bit vectors. */
export const NARROW_LANES: LanePlan = { tile: 2 };
/** For engines that join pairs of vectors; elsewhere its tiles do not fit into registers. */
export const WIDE_LANES: LanePlan = { tile: 4 };

let current: LanePlan = NARROW_LANES;

/** The plan by which this process, or this thread, generates kernels. */
export function lanePlan(): LanePlan {
  return current;
}

/** Sets the plan for all networks that are built after the call. */
export function setLanePlan(plan: LanePlan): void {
  current = plan;
}
