/** What the trial table holds of a trial. */
export interface PackedTrial {
  readonly trial: number;
  readonly point: number;
  /** Empty where there is none. */
  readonly digest: string;
  /** Seed, status and all numbers of the record: see `read-columns.ts`. */
  readonly numbers: string;
}
