import {
  activationSpec,
  type Expr,
  exactFormulas,
  type FormulaActivation,
  inputNames,
  loweredFormulas,
  readsNoise,
} from "../../internal.js";
import { guarded } from "./guarded.js";

/** An activation's trees for code in which each parameter is an argument: `$name`. */
export interface SourceForm {
  /** `x`, or `x1` … `xk`. */
  readonly inputs: readonly string[];
  readonly params: readonly SourceParam[];
  readonly value: Expr;
  /** The derivative in each input. */
  readonly slopes: readonly Expr[];
  readonly readsNoise: boolean;
}

export interface SourceParam {
  readonly name: string;
  readonly default: number;
  readonly trainable: boolean;
}

/**
 * The stable trees of an activation; where a choice is differentiated by a tool, the side not taken stays
 * finite.
 */
export function sourceForm(activation: FormulaActivation): SourceForm {
  const spec = activationSpec(activation);
  // Trained parameters are the ones that derived trees keep as names.
  const params = spec.params.map((param) => ({ ...param, trainable: true }));
  const { value } = exactFormulas({ ...spec, params });
  // Written out, a slope has factors that overflow while others die out; the kernels' form multiplies those
  // first.
  const { slopes } = loweredFormulas({ ...spec, params });
  const inputs = inputNames(spec.inputs);
  const defaults = Object.fromEntries(spec.params.map((param) => [param.name, param.value]));
  return {
    inputs,
    params: spec.params.map(({ name, value, trainable }) => ({ name, default: value, trainable })),
    value: guarded(value, inputs, defaults),
    slopes: slopes.map((slope) => guarded(slope, inputs, defaults)),
    readsNoise: readsNoise(value),
  };
}
