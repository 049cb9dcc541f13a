import { breakpoints } from "../formula/breakpoints.js";
import { evaluate } from "../formula/evaluate.js";
import { substitute } from "../formula/tree.js";
import { normalExpectation } from "../math/normal-expectation.js";
import type { ActivationSpec } from "../trial/spec.js";

/** 1 / √E[f(z)²], z ~ N(0, 1): the factor on weights that keeps the second moment of pre-activations from layer to layer. */
export function gain(spec: ActivationSpec): number {
  return 1 / Math.sqrt(secondMoment(spec));
}

/** E[f(z)²] for independent z ~ N(0, 1) on every input, trained parameters at their initial values. */
export function secondMoment(spec: ActivationSpec): number {
  return momentOf(spec, (value) => value * value);
}

/** E[g(f(z))]; noise is averaged over [0, 1) by Simpson's rule, exact for squares of what is linear in it. */
export function momentOf(spec: ActivationSpec, g: (value: number) => number): number {
  const tree = substitute(spec.tree, new Map(spec.params.map((param) => [`$${param.name}`, param.value])));
  if (spec.inputs > 1) return momentOfGated(spec, (inputs) => g(evaluate(tree, { inputs })));
  const kinks = breakpoints(tree);
  const at = (noise: number): number => normalExpectation((x) => g(evaluate(tree, { x, noise })), kinks);
  if (!JSON.stringify(tree).includes('"noise"')) return at(0);
  return (at(0) + 4 * at(0.5) + at(1)) / 6;
}

/** An expectation over k inputs: an integral inside an integral. */
function momentOfGated(
  spec: ActivationSpec,
  g: (inputs: readonly number[]) => number,
  chosen: readonly number[] = [],
): number {
  if (chosen.length === spec.inputs) return g(chosen);
  return normalExpectation((z) => momentOfGated(spec, g, [...chosen, z]), chosen);
}
