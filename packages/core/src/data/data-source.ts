/**
 * How every input is brought to one scale, from its training rows: mean 0 and deviation 1, or the range [0,
 * 1].
 */
export const RESCALES = ["none", "standardize", "range"] as const;
export type Rescale = (typeof RESCALES)[number];

/** What stands between the whole and the fraction of a number. */
export const DECIMALS = [".", ","] as const;
export type Decimal = (typeof DECIMALS)[number];

/** How the bytes of a table's file are text. `utf-16` goes by the mark at the file's beginning. */
export const ENCODINGS = ["utf-8", "utf-16", "utf-16le", "utf-16be", "latin1", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What is learned of custom data. */
export const DATA_TASKS = ["classification", "regression"] as const;
export type DataTask = (typeof DATA_TASKS)[number];

/** A column's name, or its place from 1. A text of digits is a place where no column has that name. */
export type ColumnName = string | number;

/**
 * Custom data: exactly one of `csv`, `npy`, `npz`, `idx` and `png` says where it is, the rest how to read it.
 * Plain JSON, as a sweep file's `dataset` holds it.
 */
export interface DataSource {
  /** A table, or one of training and one of test rows. */
  readonly csv?: string | readonly string[] | undefined;
  /** Arrays: inputs and classes, or inputs and classes of training rows and then of test rows. */
  readonly npy?: readonly string[] | undefined;
  /** Arrays named by their roles: `x_train y_train`, or `x y`; also `x_test y_test` and `x_val y_val`. */
  readonly npz?: string | undefined;
  /** A folder of four IDX files, plain or gzip. */
  readonly idx?: string | undefined;
  /** A PNG file, whose pixels are the rows: the gray value or the colors at a place are predicted. */
  readonly png?: string | undefined;
  /** csv: the column of the class or of the number to predict, by its name or by its place from 1. */
  readonly target?: ColumnName | undefined;
  /** csv: columns of several numbers to predict, in place of `target`. */
  readonly targets?: readonly ColumnName[] | undefined;
  /** Whether rows have classes or numbers to predict; default: as the values of the target tell. */
  readonly task?: DataTask | undefined;
  /**
   * csv: the columns that are inputs; default: all but the target and the ignored ones, none of which may
   * number the rows.
   */
  readonly inputs?: readonly ColumnName[] | undefined;
  /** csv: columns that are left out; `""`: those without a name. */
  readonly ignore?: readonly ColumnName[] | undefined;
  /** csv: whether the first row names the columns; default true, and then it must not look like data. */
  readonly header?: boolean | undefined;
  /** csv: field separator; a space: any run of spaces and tabs; default a comma, or a tab in .tsv files. */
  readonly delimiter?: string | undefined;
  /** csv: the decimal sign; default a point. */
  readonly decimal?: Decimal | undefined;
  /** csv: how bytes are text; default: as the mark at the file's beginning says, else UTF-8. */
  readonly encoding?: Encoding | undefined;
  /**
   * Share of the rows, of each class alike, that become test rows where no test rows are given; default 0.2.
   */
  readonly holdout?: number | undefined;
  /** Decides which rows are held out; default 0. */
  readonly holdout_seed?: number | undefined;
  /** Every input, and every number to predict, to one scale. */
  readonly rescale?: Rescale | undefined;
}
