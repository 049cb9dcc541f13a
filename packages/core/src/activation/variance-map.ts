import type { FormulaActivationSpec } from "../contract/spec.js";
import { breakpoints } from "../formula/breakpoints.js";
import { evaluate } from "../formula/evaluate.js";
import { readsNoise, substitute } from "../formula/tree.js";
import { normalExpectation } from "../math/normal-expectation.js";
import { momentOf, secondMoment } from "./gain.js";
import { exactFormulas } from "./lowered-formulas.js";

/**
 * Step of the difference that stands for the slope where no closed form is at hand; its error is about 1e-7.
 */
const STEP = 1 / 1024;

/**
 * How the second moment q of pre-activations moves from layer to layer with weights scaled by the gain:
 * q ↦ E[f(√q z)²] / E[f(z)²], z ~ N(0, 1), so that q = 1 stays.
 */
export function varianceMap(spec: FormulaActivationSpec, q: number): number {
  return varianceMapOf(spec)(q);
}

/** `varianceMap` of one activation as a function, what does not depend on q computed once. */
export function varianceMapOf(spec: FormulaActivationSpec): (q: number) => number {
  const atOne = secondMoment(spec);
  return (q) => momentOf(spec, (value) => value * value, Math.sqrt(q)) / atOne;
}

/**
 * The slope of `varianceMap` at q = 1: below 1 a disturbance dies out with depth, above 1 it grows.
 * E[f f′ z] / E[f²] for one input without noise, else a central difference.
 */
export function varianceMapSlope(spec: FormulaActivationSpec): number {
  const known = new Map(spec.params.map((param) => [`$${param.name}`, param.value]));
  const { value, slopes } = exactFormulas(spec);
  if (spec.inputs > 1 || readsNoise(value)) {
    const map = varianceMapOf(spec);
    return (map(1 + STEP) - map(1 - STEP)) / (2 * STEP);
  }
  const tree = substitute(value, known);
  const slope = substitute(slopes[0] ?? 0, known);
  const product = (x: number): number => evaluate(tree, { x }) * evaluate(slope, { x }) * x;
  return normalExpectation(product, breakpoints(tree)) / secondMoment(spec);
}
