import { evaluate } from "../formula/evaluate.js";
import type { ClosedInterval } from "../formula/zero-slope.js";
import type { FormulaActivation, LoadedCode } from "./activation.js";
import { activationSpec } from "./activation-spec.js";
import { deadRule } from "./dead-rule.js";
import { exactFormulas } from "./lowered-formulas.js";

/** An activation of one input as it is drawn, parameters at their defaults. */
export interface ActivationCurve {
  readonly title: string;
  readonly value: (x: number) => number;
  readonly slope: (x: number) => number;
  /** Where the slope is surely identically 0, trained parameters at their start; of code nobody knows. */
  readonly zeroSlope: readonly ClosedInterval[];
}

/** The curve of an activation; undefined for a gated one, which is a surface. */
export function activationCurve(activation: FormulaActivation | LoadedCode): ActivationCurve | undefined {
  const { name: title, params: defined } = activation;
  const params = Object.fromEntries(defined.map((param) => [param.name, param.default]));
  if ("code" in activation) {
    const { value, slope } = activation.functions;
    return { title, value: (x) => value(x, params), slope: (x) => slope(x, params), zeroSlope: [] };
  }
  const spec = activationSpec(activation);
  if (spec.inputs !== 1) return undefined;
  const { value, slopes } = exactFormulas(spec);
  const [slope = 0] = slopes;
  return {
    title,
    value: (x) => evaluate(value, { x, params }),
    slope: (x) => evaluate(slope, { x, params }),
    zeroSlope: deadRule(spec).intervals,
  };
}
