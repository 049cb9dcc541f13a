import type { Dataset } from "../data/dataset.js";
import { type RowTargets, rowTargets } from "./row-targets.js";

/** Rows of a dataset as 32-bit words. */
export interface RowSource {
  readonly words: Int32Array;
  readonly labels: Uint16Array;
  readonly stride: number;
  /** Present where numbers are predicted. */
  readonly targets?: RowTargets;
  /** The rows' non-zero bytes, where they were listed. */
  readonly lists?: RowLists;
}

/** See `SparseRows`. */
export interface RowLists {
  readonly starts: Int32Array;
  readonly words: Int32Array;
}

/** The rows of a dataset, in its own memory. */
export function rowSource(data: Dataset): RowSource {
  const { features, labels, stride, sparseRows } = data;
  return {
    words: new Int32Array(features),
    labels: new Uint16Array(labels),
    stride,
    ...(data.targets ? { targets: rowTargets(data.targets) } : {}),
    ...(sparseRows
      ? { lists: { starts: new Int32Array(sparseRows.starts), words: new Int32Array(sparseRows.words) } }
      : {}),
  };
}
