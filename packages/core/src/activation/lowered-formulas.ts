import type { FormulaActivationSpec } from "../contract/spec.js";
import { derivative } from "../formula/derivative/derivative.js";
import type { Expr } from "../formula/expr.js";
import { inputNames } from "../formula/input-names.js";
import { kernelForm } from "../formula/kernel-form/kernel-form.js";
import { smallSoftplusTerms } from "../formula/kernel-form/softplus-difference.js";
import { stable } from "../formula/simplify/stable.js";
import { substitute } from "../formula/tree.js";
import type { TrainedParam } from "../kernels/activate.js";

/** An activation's trees as kernels compute them: fixed parameters as numbers, trained ones as `$name`. */
export interface LoweredFormulas {
  /** Pre-activations per unit; the trees read `x`, or `x1` … `xk`. */
  readonly inputs: number;
  readonly value: Expr;
  /** ∂f/∂x of each pre-activation. */
  readonly slopes: readonly Expr[];
  readonly trained: readonly TrainedParam[];
}

/** The value, slopes and parameter slopes that a trial computes, in the form of `kernelForm`. */
export function loweredFormulas(spec: FormulaActivationSpec): LoweredFormulas {
  const { value, slopes, trained } = exactFormulas(spec);
  return {
    inputs: spec.inputs,
    value: kernelForm(value),
    slopes: slopes.map(kernelForm),
    trained: trained.map((param) => ({ ...param, slope: kernelForm(param.slope) })),
  };
}

/** Memoized: the rules, curve, card and audit of a spec all need it. */
const known = new WeakMap<FormulaActivationSpec, LoweredFormulas>();

/** The same trees before they are fitted to f32: what is drawn, printed and searched for zeros. */
export function exactFormulas(spec: FormulaActivationSpec): LoweredFormulas {
  const before = known.get(spec);
  if (before) return before;
  const formulas = derive(spec);
  known.set(spec, formulas);
  return formulas;
}

function derive(spec: FormulaActivationSpec): LoweredFormulas {
  const fixed = spec.params.filter(({ trainable }) => !trainable);
  const value = stable(substitute(spec.tree, new Map(fixed.map((param) => [`$${param.name}`, param.value]))));
  const variables = inputNames(spec.inputs);
  const slopeIn = (variable: string, along: string): Expr =>
    stable(derivative(value, variable, { at_kink: spec.at_kink, along }), "slope");
  return {
    inputs: spec.inputs,
    value: smallSoftplusTerms(value),
    slopes: variables.map((variable) => slopeIn(variable, variable)),
    trained: spec.params
      .filter(({ trainable }) => trainable)
      .map(({ name, per, weight_decay }) => ({
        name,
        per,
        ...(weight_decay === undefined ? {} : { weight_decay }),
        slope: slopeIn(`$${name}`, variables[0] ?? "x"),
      })),
  };
}
