/** How every input is brought to one scale, from its training rows: mean 0 and deviation 1, or the range [0, 1]. */
export const RESCALES = ["none", "standardize", "range"] as const;
export type Rescale = (typeof RESCALES)[number];

/**
 * Data of one's own: exactly one of `csv`, `npy`, `npz` and `idx` says where it lies, the rest how it is read.
 * Plain JSON, as a sweep file's `dataset` holds it.
 */
export interface DataSource {
  /** A table, or one of training and one of test rows. */
  readonly csv?: string | readonly string[] | undefined;
  /** Arrays: inputs and classes, or inputs and classes of training rows and then of test rows. */
  readonly npy?: readonly string[] | undefined;
  /** Named arrays: `x_train y_train x_test y_test`, or `x y`. */
  readonly npz?: string | undefined;
  /** A folder of four IDX files, plain or gzip. */
  readonly idx?: string | undefined;
  /** csv: the column of the class, by its name, or by its number from 1 where there is no header. */
  readonly target?: string | number | undefined;
  /** csv: the columns that are inputs; default: all but the target and the ignored ones. */
  readonly inputs?: readonly (string | number)[] | undefined;
  /** csv: columns that are left out. */
  readonly ignore?: readonly (string | number)[] | undefined;
  /** csv: whether the first row names the columns; default true. */
  readonly header?: boolean | undefined;
  /** csv: what parts cells; default a comma, or a tab in .tsv files. */
  readonly delimiter?: string | undefined;
  /** Share of the rows of each class that become test rows where no test rows are given; default 0.2. */
  readonly holdout?: number | undefined;
  /** Decides which rows are held out; default 0. */
  readonly holdout_seed?: number | undefined;
  readonly rescale?: Rescale | undefined;
}
