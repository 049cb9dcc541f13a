/** A value as a program reads it; undefined: not measured. */
export type ExportValue = string | number | undefined;

/** A column of an exported table. */
export interface ExportColumn<Row> {
  /** Stable: scripts read it. */
  readonly name: string;
  readonly value?: (row: Row) => ExportValue;
  /** What a printed table says; a column without it is in none. */
  readonly text?: {
    readonly title: string;
    readonly of: (row: Row) => string;
    readonly align?: "left";
    /** The largest is the best and printed bold. */
    readonly score?: (row: Row) => number | undefined;
  };
}

/** A table to be written as data or printed. */
export interface ExportTable {
  /** For programs: names and values. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ExportValue[])[];
  /** For a reader: titles and words. */
  readonly titles: readonly { readonly title: string; readonly align: "left" | "right" }[];
  readonly lines: readonly (readonly string[])[];
  /** The line with the best value of each column, where one is better than another. */
  readonly best: readonly (number | undefined)[];
  /** A name for references to the printed table: the study's. */
  readonly label: string;
  /** What the numbers are, as a sentence below the printed table. */
  readonly caption: string;
}

/** Fills a table's columns with its rows. */
export function exportTable<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
  { caption, label }: Pick<ExportTable, "caption" | "label">,
): ExportTable {
  const values = columns.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
  const texts = columns.flatMap(({ text }) => text ?? []);
  return {
    columns: values.map(({ name }) => name),
    rows: rows.map((row) => values.map(({ value }) => value(row))),
    titles: texts.map(({ title, align }) => ({ title, align: align ?? "right" })),
    lines: rows.map((row) => texts.map(({ of }) => of(row))),
    best: texts.map(({ score }) => score && bestOf(rows.map(score))),
    label,
    caption,
  };
}

/** The place of the largest value, where it is the only one. */
function bestOf(values: readonly (number | undefined)[]): number | undefined {
  const most = values.reduce<number>(
    (a, value = Number.NEGATIVE_INFINITY) => Math.max(a, value),
    Number.NEGATIVE_INFINITY,
  );
  const first = values.indexOf(most);
  return values.length < 2 || first < 0 || values.indexOf(most, first + 1) >= 0 ? undefined : first;
}
