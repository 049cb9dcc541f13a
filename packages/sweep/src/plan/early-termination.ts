/**
 * When poor points are stopped: after which epochs points are compared, and which fraction of them continues.
 */
export interface EarlyTermination {
  /** One in `eta` of a rung's points continues, at least one. */
  readonly eta: number;
  /** Epochs, rising, after which bracket b decides; the last bracket of hyperband has none. */
  readonly brackets: readonly (readonly number[])[];
  /** Axes; points are compared with those of the same values on them. Absent: with all others. */
  readonly within?: readonly string[];
}

/** How many of a rung's points go on. */
export function survivors(points: number, eta: number): number {
  return Math.min(points, Math.max(1, Math.floor(points / eta)));
}
