import { decimalRank, valueOfRank } from "./decimal-rank.js";
import { earlierDigits, isExact, outcomeDigits } from "./precision.js";
import { baseRank, SERIES_KIND, type Series } from "./series.js";

/** Writes a series as whole numbers: its kind, then the changes from epoch to epoch. */
export type SeriesWriter = (series: Series, into: number[]) => void;

/** Writes the changes of values, which are all there, into a list that is empty. */
type ChangesOf = (values: readonly number[], into: number[]) => void;

/** Learns a field's precision once, for many series. */
export function seriesWriter(field: string): SeriesWriter {
  const changesOf = isExact(field)
    ? changesOfCounts
    : changesOfRanks(earlierDigits(field), outcomeDigits(field));
  // One list for one series after the other: a page has millions.
  const changes: number[] = [];
  return (series, into) => {
    changes.length = 0;
    if (isWhole(series)) {
      changesOf(series, changes);
      writeWhole(changes, into);
      return;
    }
    const present = series.filter((value) => value !== undefined);
    changesOf(present, changes);
    writeGaps(series, changes, into);
  };
}

function isWhole(series: Series): series is readonly number[] {
  return !series.includes(undefined);
}

function writeWhole(changes: readonly number[], into: number[]): void {
  const [first, second = 0] = changes;
  if (first === undefined) into.push(SERIES_KIND.absent);
  else if (isEven(changes, 0)) into.push(SERIES_KIND.constant, first);
  else if (isEven(changes, second)) into.push(SERIES_KIND.linear, first, second);
  else {
    into.push(SERIES_KIND.whole);
    for (const change of changes) into.push(change);
  }
}

/** `changes` are those of the values that are there. */
function writeGaps(series: Series, changes: readonly number[], into: number[]): void {
  if (changes.length === 0) {
    into.push(SERIES_KIND.absent);
    return;
  }
  const mask = series.reduce<number>((sum, value, i) => sum + (value === undefined ? 0 : 2 ** i), 0);
  into.push(SERIES_KIND.gaps, mask);
  for (const change of changes) into.push(change);
}

/** Whether all changes after the first are this one. */
function isEven(changes: readonly number[], step: number): boolean {
  for (let i = 1; i < changes.length; i++) if (changes[i] !== step) return false;
  return true;
}

const changesOfCounts: ChangesOf = (values, into) => {
  let before = 0;
  for (const value of values) {
    into.push(value - before);
    before = value;
  }
};

/** A measure is stored as its rank with `digits` digits; the last value, the outcome, with `finer` digits. */
function changesOfRanks(digits: number, finer: number): ChangesOf {
  return (values, into) => {
    let before = 0;
    for (let i = 0; i < values.length; i++) {
      const own = i === values.length - 1 ? finer : digits;
      const rank = decimalRank(values[i] ?? 0, own);
      const from = own === digits ? before : decimalRank(valueOfRank(before, digits), finer);
      before = rank;
      into.push(i === 0 ? firstOf(rank, own) : rank - from);
    }
  };
}

/** The first rank, small for 0 and for what is near 1. */
function firstOf(rank: number, digits: number): number {
  if (rank === 0) return 0;
  const distance = rank - baseRank(digits);
  return distance >= 0 ? distance + 1 : distance;
}
