/**
 * The inputs of a dataset's rows that are not 0, row after row: `words` holds (input · 256 + byte) as u32,
 * row r from `starts[r]` to `starts[r + 1]`. Made once and shared by all threads, it spares each batch a look
 * at every byte.
 */
export interface SparseRows {
  readonly starts: SharedArrayBuffer;
  readonly words: SharedArrayBuffer;
  /** Words of the longest row. */
  readonly longest: number;
}
