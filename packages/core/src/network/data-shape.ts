import type { InputMap } from "../kernels/inputs.js";

/** What a network's memory and kernels depend on, of the data. */
export interface DataShape {
  readonly kind: "u8" | "f32";
  readonly inputs: number;
  readonly classes: number;
  readonly stride: number;
  readonly density: number;
  /** Numbers to predict; absent where rows have classes. */
  readonly targets?: { readonly names: readonly string[] };
  /** Rows come as lists of their non-zero bytes, see `SparseRows`. */
  readonly listed?: true;
}

/** Words that a batch has for a row's list of non-zero bytes: rows of more are not listed. */
export const listWords = (inputs: number): number => Math.floor(inputs / 2);

/** Below this share of non-zero inputs the first layer works on their lists. */
const SPARSE_BELOW = 0.4;

/**
 * Which kernels the first layer gets: by the data's density, never by timing. A shift of all inputs is a
 * rank-one correction; where some are dropped it is not.
 */
export function isSparse(data: DataShape, inputMap: InputMap, inputDropout: number): boolean {
  return data.kind === "u8" && data.density < SPARSE_BELOW && (inputMap.shift === 0 || inputDropout === 0);
}
