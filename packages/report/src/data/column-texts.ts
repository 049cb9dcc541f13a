import { createColumns } from "./columns.js";
import { fieldOf, type Path } from "./field-of.js";
import { writeInts } from "./varint.js";
import { type SeriesWriter, seriesWriter } from "./write-series.js";

/** Writes values of one kind, one set after the other, as a text a column. */
export interface ColumnTexts {
  /** The place of each column, in the order in which they were met. */
  readonly paths: readonly Path[];
  /**
   * The texts of some values by column, of all columns met so far; a column met later has nothing in them.
   */
  write(values: readonly unknown[]): readonly string[];
}

/** Column texts without a column yet; nothing at a place that is left out is written. */
export function createColumnTexts(isLeftOut: (path: Path) => boolean): ColumnTexts {
  const columns = createColumns(isLeftOut);
  const writers: SeriesWriter[] = [];
  // One list a column, used for one set of values after the other.
  const series: (number | undefined)[][] = [];
  return {
    paths: columns.paths,
    write(values) {
      for (const own of series) clear(own, values.length);
      values.forEach((value, i) => {
        columns.walk(value, (column, number) => {
          let own = series[column];
          if (own === undefined) {
            own = clear([], values.length);
            series[column] = own;
            writers[column] = seriesWriter(fieldOf(columns.paths[column] ?? []));
          }
          own[i] = number;
        });
      });
      return series.map((own, column) => textOf(own, writers[column]));
    },
  };
}

function clear(series: (number | undefined)[], length: number): (number | undefined)[] {
  series.length = 0;
  for (let i = 0; i < length; i++) series.push(undefined);
  return series;
}

const numbers: number[] = [];

function textOf(series: readonly (number | undefined)[], write = seriesWriter("")): string {
  numbers.length = 0;
  write(series, numbers);
  return writeInts(numbers);
}

/** The text of a column that a trial has nothing in. */
export const ABSENT_TEXT = textOf([]);
