import { lastEpoch, type TrialRecord } from "../contract/record.js";

/** When a trial first was as accurate as wanted. */
export interface ReachedTarget {
  readonly epoch: number;
  /** Updates made. */
  readonly step: number;
  /**
   * Seconds of training, of an even speed: its share of the trial's; absent where the trial's are not known.
   */
  readonly train_s?: number;
}

/**
 * The first epoch's end with a validation accuracy (test, where no example is held out) of at least `target`;
 * undefined for a trial that was never so accurate, and for one whose outputs are no classes.
 */
export function reachedTarget(record: TrialRecord, target: number): ReachedTarget | undefined {
  const reached = record.curve.find(
    ({ validation, test }) => ((validation ?? test)?.accuracy ?? Number.NEGATIVE_INFINITY) >= target,
  );
  if (reached === undefined) return undefined;
  const { epoch, step } = reached;
  const made = lastEpoch(record)?.step ?? 0;
  if (!("timing" in record)) return { epoch, step };
  return { epoch, step, train_s: made === 0 ? 0 : (record.timing.train_s * step) / made };
}
