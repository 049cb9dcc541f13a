import type { SparseRows } from "./row-lists.js";

/**
 * Examples in memory: training rows, then validation rows where the data has its own, then test rows. Buffers
 * may be shared between threads. `u8`: `features` holds bytes, one row every `stride` bytes (a multiple of 4;
 * padding is 0). `f32`: `features` holds 32-bit floats, one row every `stride` bytes.
 */
export interface Dataset {
  readonly name: string;
  /** SHA-256 (hex) over kind, shape, features and labels. */
  readonly hash: string;
  readonly kind: "u8" | "f32";
  readonly inputs: number;
  /** 0 where numbers are predicted. */
  readonly classes: number;
  /** Share of training inputs that are not 0; decides which first-layer kernels run. */
  readonly density: number;
  /** Bytes from one row to the next, a multiple of 4. */
  readonly stride: number;
  readonly trainRows: number;
  /** Rows that come with the data to choose by; absent: they are drawn from the training rows. */
  readonly validationRows?: number;
  readonly testRows: number;
  /** The test rows were drawn from the training rows, and other ones could be. */
  readonly heldOut?: true;
  readonly features: SharedArrayBuffer | ArrayBuffer;
  /** The non-zero bytes of all rows, where they were listed. */
  readonly sparseRows?: SparseRows;
  /** One class (0-based) a row, u16; all 0 where numbers are predicted. */
  readonly labels: SharedArrayBuffer | ArrayBuffer;
  /** Present where numbers are predicted, and then there are no classes. */
  readonly targets?: Targets;
}

/** The numbers that a dataset's rows are to predict. */
export interface Targets {
  /** One a target, in order. */
  readonly names: readonly string[];
  /** Values in their own unit, f64: [rows, targets]. */
  readonly values: SharedArrayBuffer | ArrayBuffer;
  /**
   * A network learns (value − offset) / scale of each target; what is reported is in the target's own unit.
   */
  readonly offset: readonly number[];
  readonly scale: readonly number[];
  /**
   * Width and height where the rows are the pixels of a picture, their inputs x and y: the longer side from
   * −1 to 1, y upwards.
   */
  readonly picture?: readonly [width: number, height: number];
}
