/** Damage found in a run's file; what is not damaged is used and the trials it held run again. */
export interface RunProblem {
  /** The file's name inside the run's folder. */
  readonly file: string;
  /** 1-based line. */
  readonly line: number;
  /** Bytes from the file's start. */
  readonly offset: number;
  readonly kind: "torn" | "damaged" | "doubled" | "missing";
  readonly message: string;
  /**
   * The trial whose curve this is about, when that was found as the curve was read: it still has a record,
   * without a curve.
   */
  readonly id?: string;
}
