import type { FormulaActivationSpec } from "../contract/spec.js";
import type { Expr } from "../formula/expr.js";
import { inputNames } from "../formula/input-names.js";
import { formatFormula } from "../formula/language/format.js";
import { formatLatex } from "../formula/language/latex.js";
import type { FormulaActivation } from "./activation.js";
import { activationSpec } from "./activation-spec.js";
import { gain, momentOf, secondMoment } from "./gain.js";
import { exactFormulas } from "./lowered-formulas.js";
import { type ActivationProperties, activationProperties } from "./properties.js";
import { type SignalDepth, signalDepth } from "./signal-depth.js";
import { varianceMapSlope } from "./variance-map.js";

/** A formula as text, as LaTeX, and in which variable it is a slope. */
export interface CardFormula {
  readonly text: string;
  readonly latex: string;
}

/** All that follows from an activation's formula, parameters at their defaults. */
export interface ActivationCard
  extends Pick<FormulaActivation, "name" | "family" | "summary" | "cite" | "params"> {
  readonly spec: FormulaActivationSpec;
  readonly value: CardFormula;
  /** Slope in each pre-activation: `x`, or `x1` … `xk`. */
  readonly slopes: readonly (CardFormula & { readonly variable: string })[];
  /** Slope in each trained parameter. */
  readonly trained: readonly (CardFormula & { readonly variable: string })[];
  /** Known for one pre-activation per unit. */
  readonly properties: ActivationProperties | undefined;
  /** 1 / √E[f(z)²], z ~ N(0, 1). */
  readonly gain: number;
  /** E[f(z)]. */
  readonly mean: number;
  /** E[f(z)²]. */
  readonly secondMoment: number;
  /** Slope of the variance map at its fixed point q = 1, weights scaled by the gain. */
  readonly varianceSlope: number;
  /** What becomes of a signal of half that second moment. */
  readonly depth: SignalDepth;
}

/** The card of an activation; takes up to some 100 ms, most of it quadrature. */
export function activationCard(activation: FormulaActivation): ActivationCard {
  const { name, family, summary, cite, params } = activation;
  const spec = activationSpec(activation);
  const { value, slopes, trained } = exactFormulas(spec);
  return {
    name,
    family,
    summary,
    cite,
    params,
    spec,
    value: written(value),
    slopes: inputNames(spec.inputs).map((variable, i) => ({ variable, ...written(slopes[i] ?? 0) })),
    trained: trained.map((param) => ({ variable: param.name, ...written(param.slope) })),
    properties: spec.inputs === 1 ? activationProperties(spec) : undefined,
    gain: gain(spec),
    mean: momentOf(spec, (value) => value),
    secondMoment: secondMoment(spec),
    varianceSlope: varianceMapSlope(spec),
    depth: signalDepth(spec),
  };
}

function written(tree: Expr): CardFormula {
  return { text: formatFormula(tree), latex: formatLatex(tree) };
}
