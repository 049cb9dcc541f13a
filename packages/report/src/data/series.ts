import { decimalRank, valueOfRank } from "./decimal-rank.js";
import { earlierDigits, isExact, outcomeDigits } from "./precision.js";
import { ReportDataError } from "./report-data-error.js";

/** A field's values by epoch; undefined where it was not measured. */
export type Series = readonly (number | undefined)[];

// How the changes of a series are written.
const ABSENT = 0;
const CONSTANT = 1;
const LINEAR = 2;
const WHOLE = 3;
const GAPS = 4;

/** The rank of 1, from which the first of a series is counted: most measures are within a few powers of ten of it. */
const base = (digits: number): number => decimalRank(1, digits);

/** The first rank, small for 0 and for what is near 1. */
function firstOf(rank: number, digits: number): number {
  if (rank === 0) return 0;
  const distance = rank - base(digits);
  return distance >= 0 ? distance + 1 : distance;
}

function rankOfFirst(first: number, digits: number): number {
  return first === 0 ? 0 : base(digits) + (first > 0 ? first - 1 : first);
}

/** What stands for a value: itself where it counts, else its rank, finer at the last place, where the outcome is. */
function changesOf(values: readonly number[], field: string): number[] {
  if (isExact(field)) return values.map((value, i) => value - (i === 0 ? 0 : (values[i - 1] ?? 0)));
  const [digits, finer] = [earlierDigits(field), outcomeDigits(field)];
  let before = 0;
  return values.map((value, i) => {
    const isLast = i === values.length - 1;
    const rank = decimalRank(value, isLast ? finer : digits);
    if (i === 0) {
      before = rank;
      return firstOf(rank, isLast ? finer : digits);
    }
    const change = rank - (isLast ? decimalRank(valueOfRank(before, digits), finer) : before);
    before = rank;
    return change;
  });
}

function valuesOf(changes: readonly number[], field: string): number[] {
  let sum = 0;
  if (isExact(field))
    return changes.map((change) => {
      sum += change;
      return sum;
    });
  const [digits, finer] = [earlierDigits(field), outcomeDigits(field)];
  return changes.map((change, i) => {
    const isLast = i === changes.length - 1;
    if (i === 0) sum = rankOfFirst(change, isLast ? finer : digits);
    else sum = change + (isLast ? decimalRank(valueOfRank(sum, digits), finer) : sum);
    return valueOfRank(sum, isLast ? finer : digits);
  });
}

/** Writes a series as whole numbers: its kind, then the changes from epoch to epoch. */
export function writeSeries(series: Series, field: string, into: number[]): void {
  const present = series.filter((value) => value !== undefined);
  if (present.length === 0) {
    into.push(ABSENT);
    return;
  }
  const changes = changesOf(present, field);
  const [first = 0, second = 0] = changes;
  if (present.length < series.length) {
    into.push(
      GAPS,
      series.reduce<number>((mask, value, i) => mask + (value === undefined ? 0 : 2 ** i), 0),
    );
    into.push(...changes);
  } else if (changes.every((change, i) => i === 0 || change === 0)) into.push(CONSTANT, first);
  else if (changes.every((change, i) => i === 0 || change === second)) into.push(LINEAR, first, second);
  else into.push(WHOLE, ...changes);
}

/** Reads a series of so many epochs; `next` gives the following whole number, or throws where there is none. */
export function readSeries(epochs: number, field: string, next: () => number): Series {
  const take = (count: number): number[] => Array.from({ length: count }, next);
  const kind = next();
  switch (kind) {
    case ABSENT:
      return Array.from({ length: epochs }, () => undefined);
    case CONSTANT: {
      const first = next();
      return valuesOf(
        Array.from({ length: epochs }, (_, i) => (i === 0 ? first : 0)),
        field,
      );
    }
    case LINEAR: {
      const [first, change] = [next(), next()];
      return valuesOf(
        Array.from({ length: epochs }, (_, i) => (i === 0 ? first : change)),
        field,
      );
    }
    case GAPS: {
      const mask = next();
      const has = Array.from({ length: epochs }, (_, i) => Math.floor(mask / 2 ** i) % 2 === 1);
      const values = valuesOf(take(has.filter(Boolean).length), field)[Symbol.iterator]();
      return has.map((present) => (present ? values.next().value : undefined));
    }
    case WHOLE:
      return valuesOf(take(epochs), field);
    default:
      throw new ReportDataError(`${kind} is no kind of series`);
  }
}
