import { fieldOf, type Path } from "./field-of.js";
import { seriesReader } from "./read-series.js";
import { ReportDataError } from "./report-data-error.js";
import type { Series } from "./series.js";
import { MAX_EPOCHS } from "./thin-curve.js";
import { readInts } from "./varint.js";

/** Where the numbers of a trial's text stand in its record. */
export interface ColumnLayout {
  /** Places of a record's own numbers, and of the numbers of an epoch. */
  readonly outcome: readonly Path[];
  readonly epoch: readonly Path[];
  /** The text that most trials have for a column, the outcome's columns first. */
  readonly usual: readonly string[];
}

/** A trial's text, read. */
export interface TrialColumns {
  /** Places of seed and status in the layout. */
  readonly seed: number;
  readonly status: number;
  /** Epochs of the curve; absent where the trial has no record. */
  readonly epochs?: number;
  /** A series of one number for each of the outcome's columns, and one over epochs for each of theirs. */
  readonly outcome: readonly Series[];
  readonly epoch: readonly Series[];
}

/** Columns whose mark fits into one whole number of the text. */
export const MARKS = 29;

/** Gives one whole number of a text after the other. */
function numbersOf(text: string) {
  const numbers = readInts(text);
  if (numbers === undefined) throw new ReportDataError("the numbers of the trial are damaged");
  let at = 0;
  return {
    next(): number {
      const number = numbers[at++];
      if (number === undefined) throw new ReportDataError("numbers of the trial are missing");
      return number;
    },
    ended: (): boolean => at >= numbers.length,
  };
}

/**
 * Reads a column's series for a number of epochs; a series that most trials share is read once per length.
 */
function columnOf(path: Path, usual: string) {
  const read = seriesReader(fieldOf(path));
  const known = new Map<number, Series>();
  return {
    own: read,
    usual(epochs: number): Series {
      const found = known.get(epochs) ?? read(epochs, numbersOf(usual).next);
      known.set(epochs, found);
      return found;
    },
  };
}

/**
 * Learns a layout and then reads trials' texts (`varint.ts`): the places of seed and status; where there is a
 * record the epochs of its curve, marks for the columns with separate texts, and these texts (`series.ts`);
 * all others have the usual one.
 */
export function columnReader({ outcome, epoch, usual }: ColumnLayout): (text: string) => TrialColumns {
  const columns = [...outcome, ...epoch].map((path, i) => columnOf(path, usual[i] ?? ""));
  return (text) => {
    const { next, ended } = numbersOf(text);
    const [seed, status] = [next(), next()];
    if (ended()) return { seed, status, outcome: [], epoch: [] };
    const epochs = next();
    if (epochs < 0 || epochs > MAX_EPOCHS)
      throw new ReportDataError(`a curve of ${epochs} epochs, more than ${MAX_EPOCHS}`);
    const present = epochs > 0 ? columns : columns.slice(0, outcome.length);
    const marks = Array.from({ length: Math.ceil(present.length / MARKS) }, next);
    const series = present.map(({ own, usual }, i) => {
      const length = i < outcome.length ? 1 : epochs;
      const isOwn = Math.floor((marks[Math.floor(i / MARKS)] ?? 0) / 2 ** (i % MARKS)) % 2 === 1;
      return isOwn ? own(length, next) : usual(length);
    });
    if (!ended()) throw new ReportDataError("the trial has more numbers than columns");
    return {
      seed,
      status,
      epochs,
      outcome: series.slice(0, outcome.length),
      epoch: series.slice(outcome.length),
    };
  };
}
