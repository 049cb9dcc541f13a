/** When poor points end: the epochs of each bracket's rungs, and which share of a rung's points goes on. */
export interface EarlyTermination {
  readonly type: "halving" | "hyperband";
  /** Of a rung's points one of `eta` goes on, rounded up. */
  readonly eta: number;
  /** `rungs[b]` are the epochs, rising, after which bracket b decides; a point is in bracket `brackets[point]`. */
  readonly rungs: readonly (readonly number[])[];
}
