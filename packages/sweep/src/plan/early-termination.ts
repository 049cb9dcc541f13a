/** When poor points end: after which epochs points are compared, and which share of them goes on. */
export interface EarlyTermination {
  /** Of a rung's points one in `eta` goes on, at least one. */
  readonly eta: number;
  /** Epochs, rising, after which bracket b decides; the last bracket of hyperband has none. */
  readonly brackets: readonly (readonly number[])[];
}

/** How many of a rung's points go on. */
export function survivors(points: number, eta: number): number {
  return Math.min(points, Math.max(1, Math.floor(points / eta)));
}
