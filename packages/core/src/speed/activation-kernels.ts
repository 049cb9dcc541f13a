import { loweredFormulas } from "../activation/lowered-formulas.js";
import type { FormulaActivationSpec, Numerics } from "../contract/spec.js";
import type { Expr } from "../formula/expr.js";
import { inputNames } from "../formula/input-names.js";
import { readsNoise } from "../formula/tree.js";
import { type ElementwiseKernel, elementwiseKernel } from "../kernels/elementwise.js";

/** An activation's vector code, alone, over 1,024 pre-activations spread over [−4, 4]. */
export interface ActivationKernels {
  /** The value. */
  readonly forward: ElementwiseKernel;
  /** Slopes in the pre-activations and in trained parameters. */
  readonly backward: ElementwiseKernel;
  /** All of them together, sharing what they share, as a training step computes them. */
  readonly both: ElementwiseKernel;
}

/** Two inputs and three outputs of it fit into 32 kB. */
const FLOATS = 1024;

/** Compiles an activation's kernels for a stopwatch. */
export function activationKernels(spec: FormulaActivationSpec, numerics: Numerics): ActivationKernels {
  const { value, slopes, trained } = loweredFormulas(spec);
  const names = inputNames(spec.inputs);
  const noisy = readsNoise(spec.tree);
  const inputs = [...names, ...trained.map(({ name }) => `$${name}`), ...(noisy ? ["noise"] : [])];
  const backward = [...slopes, ...trained.map(({ slope }) => slope)];
  const kernel = (outputs: readonly Expr[]): ElementwiseKernel => {
    const made = elementwiseKernel({ outputs, inputs, numerics }, FLOATS);
    // Out of order, as pre-activations are.
    for (const column of made.input)
      column.forEach((_, i) => {
        column[i] = ((i * 389) % FLOATS) / (FLOATS / 8) - 4;
      });
    return made;
  };
  return { forward: kernel([value]), backward: kernel(backward), both: kernel([value, ...backward]) };
}
