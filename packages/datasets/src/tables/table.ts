/** The rows of one file: numbers, and the class of each row by its name. */
export interface Table {
  /** rows · inputs values, row after row. */
  readonly features: Uint8Array | Float32Array;
  readonly inputs: number;
  /** One class name a row; whole numbers are written without a decimal point. */
  readonly classes: readonly string[];
  readonly inputNames?: readonly string[];
  /** Width and height where a row is a picture. */
  readonly image?: readonly [width: number, height: number];
  /** What errors call the file of the inputs. */
  readonly file: string;
}

/** The tables of one set. */
export interface Tables {
  readonly train: Table;
  /** Absent: validation rows are drawn from the training rows. */
  readonly validation?: Table;
  /** Absent: test rows are held out of the training rows. */
  readonly test?: Table;
}
