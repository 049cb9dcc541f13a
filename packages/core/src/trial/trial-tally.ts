/** What a trial counts while it runs: the running epoch's loss, times, examples. */
export interface TrialTally {
  readonly runningLoss: number;
  readonly runningCorrect: number;
  readonly runningRows: number;
  readonly runningSeconds: number;
  readonly trainSeconds: number;
  readonly evaluateSeconds: number;
  readonly samples: number;
  /** Mean loss of the last batch; absent before the first. */
  readonly lastLoss?: number;
}

export const EMPTY_TALLY: TrialTally = {
  runningLoss: 0,
  runningCorrect: 0,
  runningRows: 0,
  runningSeconds: 0,
  trainSeconds: 0,
  evaluateSeconds: 0,
  samples: 0,
};

/** A tally as a checkpoint keeps it. */
export function tallyToNumbers(t: TrialTally): readonly number[] {
  return [
    t.runningLoss,
    t.runningRows,
    t.runningSeconds,
    t.trainSeconds,
    t.evaluateSeconds,
    t.samples,
    t.runningCorrect,
    ...(t.lastLoss === undefined ? [] : [t.lastLoss]),
  ];
}

export function tallyFromNumbers(numbers: readonly number[]): TrialTally {
  const [
    runningLoss = 0,
    runningRows = 0,
    runningSeconds = 0,
    trainSeconds = 0,
    evaluateSeconds = 0,
    samples = 0,
    runningCorrect = 0,
  ] = numbers;
  const lastLoss = numbers[7];
  return {
    runningLoss,
    runningCorrect,
    runningRows,
    runningSeconds,
    trainSeconds,
    evaluateSeconds,
    samples,
    ...(lastLoss === undefined ? {} : { lastLoss }),
  };
}
