import { decimalRank, valueOfRank } from "./decimal-rank.js";
import { earlierDigits, isExact, outcomeDigits } from "./precision.js";
import { baseRank, SERIES_KIND, type Series } from "./series.js";

/** Writes a series as whole numbers: its kind, then the changes from epoch to epoch. */
export type SeriesWriter = (series: Series, into: number[]) => void;

type ChangesOf = (values: readonly number[]) => number[];

/** Learns a field's precision once, for many series. */
export function seriesWriter(field: string): SeriesWriter {
  const changesOf = isExact(field)
    ? changesOfCounts
    : changesOfRanks(earlierDigits(field), outcomeDigits(field));
  return (series, into) => {
    if (isWhole(series)) writeWhole(changesOf(series), into);
    else writeGaps(series, changesOf, into);
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
  else into.push(SERIES_KIND.whole, ...changes);
}

function writeGaps(series: Series, changesOf: ChangesOf, into: number[]): void {
  const present = series.filter((value) => value !== undefined);
  if (present.length === 0) {
    into.push(SERIES_KIND.absent);
    return;
  }
  const mask = series.reduce<number>((sum, value, i) => sum + (value === undefined ? 0 : 2 ** i), 0);
  into.push(SERIES_KIND.gaps, mask, ...changesOf(present));
}

/** Whether all changes after the first are this one. */
function isEven(changes: readonly number[], step: number): boolean {
  for (let i = 1; i < changes.length; i++) if (changes[i] !== step) return false;
  return true;
}

const changesOfCounts: ChangesOf = (values) =>
  values.map((value, i) => value - (i === 0 ? 0 : (values[i - 1] ?? 0)));

/** A measure is stored as its rank with `digits` digits; the last value, the outcome, with `finer` digits. */
function changesOfRanks(digits: number, finer: number): ChangesOf {
  return (values) => {
    let before = 0;
    return values.map((value, i) => {
      const own = i === values.length - 1 ? finer : digits;
      const rank = decimalRank(value, own);
      const from = own === digits ? before : decimalRank(valueOfRank(before, digits), finer);
      before = rank;
      return i === 0 ? firstOf(rank, own) : rank - from;
    });
  };
}

/** The first rank, small for 0 and for what is near 1. */
function firstOf(rank: number, digits: number): number {
  if (rank === 0) return 0;
  const distance = rank - baseRank(digits);
  return distance >= 0 ? distance + 1 : distance;
}
