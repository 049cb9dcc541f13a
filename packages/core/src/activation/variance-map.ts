import { breakpoints } from "../formula/breakpoints.js";
import { evaluate } from "../formula/evaluate.js";
import { substitute } from "../formula/tree.js";
import { normalExpectation } from "../math/normal-expectation.js";
import type { ActivationSpec } from "../trial/spec.js";
import { secondMoment } from "./gain.js";
import { exactFormulas } from "./lowered-formulas.js";

/**
 * How the second moment q of pre-activations moves from layer to layer with weights scaled by the gain:
 * q ↦ E[f(√q z)²] / E[f(z)²], z ~ N(0, 1), so that q = 1 stays.
 */
export function varianceMap(spec: ActivationSpec, q: number): number {
  const at = asFunctions(spec);
  const root = Math.sqrt(q);
  const kinks = at.kinks.map((kink) => kink / root);
  return normalExpectation((z) => square(at.value(root * z)), kinks) / secondMoment(spec);
}

/** The slope of `varianceMap` at q = 1, E[f f′ z] / E[f²]: below 1 a disturbance dies out with depth, above 1 it grows. */
export function varianceMapSlope(spec: ActivationSpec): number {
  const at = asFunctions(spec);
  return normalExpectation((z) => at.value(z) * at.slope(z) * z, at.kinks) / secondMoment(spec);
}

/** An elementwise activation and its slope as functions, parameters at their values. */
function asFunctions(spec: ActivationSpec) {
  const known = new Map(spec.params.map((param) => [`$${param.name}`, param.value]));
  const { value, slopes } = exactFormulas(spec);
  const tree = substitute(value, known);
  const slope = substitute(slopes[0] ?? 0, known);
  return {
    value: (x: number): number => evaluate(tree, { x }),
    slope: (x: number): number => evaluate(slope, { x }),
    kinks: breakpoints(tree),
  };
}

function square(value: number): number {
  return value * value;
}
