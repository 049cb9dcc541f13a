import { decimalRank, valueOfRank } from "./decimal-rank.js";
import { earlierDigits, isExact, outcomeDigits } from "./precision.js";
import { ReportDataError } from "./report-data-error.js";
import { baseRank, SERIES_KIND, type Series } from "./series.js";

/** Reads a series for a number of epochs; `next` returns the next integer and throws at the end. */
export type SeriesReader = (epochs: number, next: () => number) => Series;

/** Puts values in place of their changes. */
type Undo = (changes: number[]) => number[];

/** Learns a field's precision once, for many series. */
export function seriesReader(field: string): SeriesReader {
  const undo = isExact(field) ? undoCounts : undoRanks(earlierDigits(field), outcomeDigits(field));
  return (epochs, next) => {
    const take = (count: number): number[] => {
      const numbers: number[] = [];
      while (numbers.length < count) numbers.push(next());
      return numbers;
    };
    const even = (first: number, step: number): number[] =>
      Array.from({ length: epochs }, (_, i) => (i === 0 ? first : step));
    const kind = next();
    switch (kind) {
      case SERIES_KIND.absent:
        return Array.from({ length: epochs }, () => undefined);
      case SERIES_KIND.constant:
        return undo(even(next(), 0));
      case SERIES_KIND.linear:
        return undo(even(next(), next()));
      case SERIES_KIND.gaps: {
        const mask = next();
        const has = Array.from({ length: epochs }, (_, i) => Math.floor(mask / 2 ** i) % 2 === 1);
        const values = undo(take(has.filter(Boolean).length))[Symbol.iterator]();
        return has.map((present) => (present ? values.next().value : undefined));
      }
      case SERIES_KIND.whole:
        return undo(take(epochs));
      default:
        throw new ReportDataError(`${kind} is no kind of series`);
    }
  };
}

const undoCounts: Undo = (changes) => {
  let sum = 0;
  for (let i = 0; i < changes.length; i++) {
    sum += changes[i] ?? 0;
    changes[i] = sum;
  }
  return changes;
};

function undoRanks(digits: number, finer: number): Undo {
  return (changes) => {
    let rank = 0;
    for (let i = 0; i < changes.length; i++) {
      const own = i === changes.length - 1 ? finer : digits;
      const change = changes[i] ?? 0;
      const from = own === digits ? rank : decimalRank(valueOfRank(rank, digits), finer);
      rank = i === 0 ? rankOfFirst(change, own) : change + from;
      changes[i] = valueOfRank(rank, own);
    }
    return changes;
  };
}

function rankOfFirst(first: number, digits: number): number {
  return first === 0 ? 0 : baseRank(digits) + (first > 0 ? first - 1 : first);
}
