import { fieldOf, type Path } from "./field-of.js";
import { ReportDataError } from "./report-data-error.js";
import { readSeries, type Series } from "./series.js";
import { MOST_EPOCHS } from "./thin-curve.js";
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
function reader(text: string) {
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
 * Reads a trial's text (`varint.ts`): the places of seed and status; where there is a record the epochs of its curve,
 * marks for the columns that have a text of their own, and these texts (`series.ts`); all others have the usual one.
 */
export function readColumns(text: string, { outcome, epoch, usual }: ColumnLayout): TrialColumns {
  const { next, ended } = reader(text);
  const [seed, status] = [next(), next()];
  if (ended()) return { seed, status, outcome: [], epoch: [] };
  const epochs = next();
  if (epochs < 0 || epochs > MOST_EPOCHS)
    throw new ReportDataError(`a curve of ${epochs} epochs, more than ${MOST_EPOCHS}`);
  const columns = outcome.length + (epochs > 0 ? epoch.length : 0);
  const marks = Array.from({ length: Math.ceil(columns / MARKS) }, next);
  const series = (length: number, path: Path, column: number): Series => {
    const own = Math.floor((marks[Math.floor(column / MARKS)] ?? 0) / 2 ** (column % MARKS)) % 2 === 1;
    return readSeries(length, fieldOf(path), own ? next : reader(usual[column] ?? "").next);
  };
  const found = {
    seed,
    status,
    epochs,
    outcome: outcome.map((path, i) => series(1, path, i)),
    epoch: epochs > 0 ? epoch.map((path, i) => series(epochs, path, outcome.length + i)) : [],
  };
  if (!ended()) throw new ReportDataError("the trial has more numbers than columns");
  return found;
}
