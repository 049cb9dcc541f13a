import { CsvError, type Options, parse } from "csv-parse/sync";
import { DatasetError } from "../dataset-error.js";
import type { NamedBytes } from "../files/named-bytes.js";

/** The delimiter that stands for any run of spaces and tabs. */
export const BLANKS = " ";

const MAX_ROW_BYTES = 2 ** 24;

/** Gives the rows of a CSV file (UTF-8 without a mark) in turn, each with the line it begins on, from 1. */
export function parseRows(
  { bytes, file }: NamedBytes,
  delimiter: string,
  onRow: (cells: readonly string[], row: number) => void,
): void {
  let next = 1;
  try {
    parse(bytes, {
      ...optionsOf(delimiter),
      // A quote that is never closed would take the rest of the file for one cell.
      max_record_size: MAX_ROW_BYTES,
      on_record: (cells: string[], { lines }) => {
        const row = cells.some((cell) => cell.includes("\n")) ? next : lines;
        next = lines + 1;
        const kept = withoutGaps(cells, delimiter);
        if (kept.length > 0) onRow(kept, row);
        return null;
      },
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new DatasetError("dataset_damaged", `${file}: row ${next} or below: ${cause.message}`, { cause });
  }
}

/** The first rows of a text, as they would be with a delimiter; quotes that do not fit it are characters. */
export function sampleRows(text: string, delimiter: string, count: number): readonly (readonly string[])[] {
  try {
    const rows: string[][] = parse(text, { ...optionsOf(delimiter), relax_quotes: true, to: count });
    return rows.map((cells) => withoutGaps(cells, delimiter)).filter((cells) => cells.length > 0);
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    return [];
  }
}

function optionsOf(delimiter: string): Options {
  return {
    delimiter: delimiter === BLANKS ? [" ", "\t"] : delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
  };
}

/** Between the blanks of a run, and beside those at a row's ends, there are no cells. */
function withoutGaps(cells: string[], delimiter: string): string[] {
  return delimiter === BLANKS ? cells.filter((cell) => cell !== "") : cells;
}
