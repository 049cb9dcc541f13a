import type { TrialRecord } from "@actbench/core/internal";
import { ABSENT_TEXT, type ColumnTexts, createColumnTexts } from "./column-texts.js";
import { sortedColumns } from "./columns.js";
import type { Path } from "./field-of.js";
import { isApartOf } from "./is-apart.js";
import { isLeftInFolder } from "./page-curve.js";
import { type ColumnLayout, MARKS } from "./read-columns.js";
import { writeInts } from "./varint.js";

/** Records as texts, a row each. */
export interface TextRows {
  /** Writes a record's numbers into a row, in place of what it held. */
  write(row: number, record: TrialRecord): void;
  /**
   * Where the numbers of all rows stand in their records, and a row's text; undefined where nothing was
   * written.
   */
  finish(): ColumnLayout & { readonly textOf: (row: number) => string | undefined };
}

/** The texts of a column by row. */
type Texts = (string | undefined)[];

/** Empty rows for a page with this many trials. */
export function textRows(trials: number): TextRows {
  const epochs: (number | undefined)[] = new Array(trials);
  const [outcome, epoch] = [
    textColumns(createColumnTexts(isApartOf(trials)), trials),
    textColumns(createColumnTexts(isLeftInFolder), trials),
  ];
  return {
    write(row, record) {
      epochs[row] = record.curve.length;
      outcome.write(row, [record]);
      epoch.write(row, record.curve);
    },
    finish() {
      const [ofOutcome, ofEpoch] = [outcome.finish(), epoch.finish()];
      const columns = [
        ...ofOutcome.columns.map((texts) => ({ texts, has: (row: number) => epochs[row] !== undefined })),
        ...ofEpoch.columns.map((texts) => ({ texts, has: (row: number) => (epochs[row] ?? 0) > 0 })),
      ];
      for (const { texts, has } of columns)
        for (let row = 0; row < trials; row++) if (has(row)) texts[row] ??= ABSENT_TEXT;
      const usual = columns.map(({ texts }) => usualOf(texts));
      return {
        outcome: ofOutcome.paths,
        epoch: ofEpoch.paths,
        usual,
        textOf(row) {
          const own = epochs[row];
          if (own === undefined) return undefined;
          const present = own > 0 ? columns : columns.slice(0, ofOutcome.columns.length);
          return marked(own, row, { columns: present, usual });
        },
      };
    },
  };
}

function textColumns(texts: ColumnTexts, rows: number) {
  const columns: Texts[] = [];
  return {
    write(row: number, values: readonly unknown[]): void {
      texts.write(values).forEach((text, column) => {
        let own = columns[column];
        if (own === undefined) {
          own = new Array<string | undefined>(rows);
          columns[column] = own;
        }
        // Neighbors often have the same text: one string then serves both.
        const before = own[row - 1];
        own[row] = text === before ? before : text;
      });
    },
    /** In an order that neither keys' nor records' order decides. */
    finish(): { readonly paths: readonly Path[]; readonly columns: readonly Texts[] } {
      const order = sortedColumns(texts.paths);
      return {
        paths: order.map((column) => texts.paths[column] ?? []),
        columns: order.map((column) => columns[column] ?? []),
      };
    },
  };
}

/** The text that most rows have; of equally many the first. */
function usualOf(texts: Texts): string {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  let [usual, most] = ["", 0];
  for (const [text, count] of counts) if (count > most) [usual, most] = [text, count];
  return usual;
}

interface Marking {
  readonly columns: readonly { readonly texts: Texts }[];
  readonly usual: readonly string[];
}

/** Marks for the columns whose text in a row is not the usual one, then these texts. */
function marked(epochs: number, row: number, { columns, usual }: Marking): string {
  const head = [epochs];
  let own = "";
  columns.forEach(({ texts }, i) => {
    if (i % MARKS === 0) head.push(0);
    const text = texts[row];
    if (text === undefined || text === usual[i]) return;
    head[head.length - 1] = (head.at(-1) ?? 0) + 2 ** (i % MARKS);
    own += text;
  });
  return writeInts(head) + own;
}
