/**
 * Rows of a table: inputs as numbers, and what is to be learned of each row, as a class's name and as
 * numbers.
 */
export interface Table {
  /** rows · inputs values, row after row. */
  readonly features: Uint8Array | Float32Array;
  readonly inputs: number;
  /** One class name a row, of the first target; whole numbers are written without a decimal point. */
  readonly classes: readonly string[];
  /** One or more targets, the same as numbers. */
  readonly targets: readonly TargetColumn[];
  readonly inputNames?: readonly string[];
  /** Width and height where a row is a picture. */
  readonly image?: readonly [width: number, height: number];
  /** What errors call the file of the inputs. */
  readonly file: string;
}

/** What is to be learned of rows, read as numbers. */
export interface TargetColumn {
  readonly name: string;
  /** One a row, as f64; not finite where a row holds none. */
  readonly values: Float64Array;
  /** Whether numbers with fractions may be names of classes: they may in a CSV file. */
  readonly isNamed: boolean;
  /** Which file and row, and why it holds no number, of a row whose value is not finite. */
  problem(row: number): string;
}

/** The tables of one set. */
export interface Tables {
  readonly train: Table;
  /** Absent: validation rows are drawn from the training rows. */
  readonly validation?: Table;
  /** Absent: test rows are held out of the training rows. */
  readonly test?: Table;
}
