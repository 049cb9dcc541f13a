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

/** The order in which a checkpoint keeps them; the last loss follows, where there is one. */
const KEPT = [
  "runningLoss",
  "runningRows",
  "runningSeconds",
  "trainSeconds",
  "evaluateSeconds",
  "samples",
  "runningCorrect",
] as const;

/** A tally as a checkpoint keeps it. */
export function tallyToNumbers(tally: TrialTally): readonly number[] {
  const { lastLoss } = tally;
  return [...KEPT.map((name) => tally[name]), ...(lastLoss === undefined ? [] : [lastLoss])];
}

export function tallyFromNumbers(numbers: readonly number[]): TrialTally {
  const tally: { -readonly [Name in keyof TrialTally]: TrialTally[Name] } = { ...EMPTY_TALLY };
  KEPT.forEach((name, i) => {
    tally[name] = numbers[i] ?? 0;
  });
  const lastLoss = numbers[KEPT.length];
  return lastLoss === undefined ? tally : { ...tally, lastLoss };
}
