import type { ActivationFormulas } from "../kernels/activate.js";
import type { NormalizeAddresses } from "../kernels/normalize.js";
import type { Panels } from "../kernels/panels.js";
import type { SparseLists } from "../kernels/sparse-entries.js";

/** Rows evaluated in one call: large enough to amortize the call, small enough for the second-level cache. */
export const EVALUATION_ROWS = 256;

/** One dense layer's place in the trial's memory; addresses are bytes. */
export interface LayerLayout {
  /** Width of what comes in. */
  readonly inputs: number;
  readonly units: number;
  readonly paddedUnits: number;
  /** Pre-activations per unit: the matrix has `pieces · paddedUnits` columns. */
  readonly pieces: number;
  /** Absent for the output layer, whose logits go to the loss. */
  readonly formulas?: ActivationFormulas;
  readonly panels: Panels;
  readonly panelsT: Panels;
  readonly weights: number;
  readonly bias: number;
  /** One padded row of units per trained parameter; a shared one is repeated. */
  readonly params: number;
  /** The transposed weights, derived; absent for the first layer, which passes no gradient on. */
  readonly weightsT?: number;
  readonly z: number;
  readonly a: number;
  /** Slopes of trained parameters. */
  readonly p: number;
  readonly strideZ: number;
  /**
   * Bytes from the start of a row of z to what code writes beside it: behind the padding, which stays 0 for
   * the gradient's sake.
   */
  readonly given: number;
  readonly strideA: number;
  readonly stats: number;
  /** Present where pre-activations are normalized. */
  readonly norm?: NormalizeAddresses;
  /** Uniform draws of a batch, for a formula's noise and for dropout. */
  readonly noise: number;
  readonly drop: number;
  readonly strideDraws: number;
}

export interface NetworkLayout {
  readonly layers: readonly LayerLayout[];
  readonly rows: number;
  readonly hyper: number;
  readonly totals: number;
  /** The number of the update under way, an i32: draws are addressed by it. */
  readonly step: number;
  /** Takes the result of touching a batch's rows, so that it is not optimized away. */
  readonly touched: number;
  /** Draws for dropped inputs. */
  readonly inputDraws: number;
  readonly strideInputDraws: number;
  readonly labels: number;
  /** Numbers to predict, f32: [rows, targets]; present where outputs are numbers. */
  readonly targets?: number;
  readonly raw: number;
  /** Words of each row's list, where rows are listed. */
  readonly counts: number;
  readonly strideRaw: number;
  readonly x: number;
  readonly strideX: number;
  /** Present where the first layer works on lists of its non-zero inputs, instead of `x`. */
  readonly sparse?: SparseLists;
  /**
   * Two padded rows of the first layer, where its lists stand for inputs that were shifted: 0 became another
   * number.
   */
  readonly shifted?: { readonly bias: number; readonly gradient: number };
  /** Gradients of activations on their way to a layer whose slopes cannot be multiplied in at once. */
  readonly da: number;
  /**
   * Weights, biases and trained parameters: [start, start + bytes); optimizer state follows, once or twice.
   */
  readonly parameters: number;
  readonly parameterBytes: number;
  readonly states: number;
  /** Running statistics follow the optimizer's state; together they are what a checkpoint keeps. */
  readonly statisticsBytes: number;
  /** Gradients wait here when they are clipped or measured; laid out as the parameters. */
  readonly gradients?: number;
  readonly bytes: number;
}

/** What comes into layer `index`: its address and stride. */
export function incoming(
  { layers, x, strideX }: NetworkLayout,
  index: number,
): { readonly at: number; readonly stride: number } {
  const before = layers[index - 1];
  return before ? { at: before.a, stride: before.strideA } : { at: x, stride: strideX };
}
