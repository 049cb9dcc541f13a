import type { FormulaActivationSpec } from "../contract/spec.js";
import { breakpoints } from "../formula/breakpoints.js";
import { evaluate } from "../formula/evaluate.js";
import { readsNoise, substitute } from "../formula/tree.js";
import { normalCdfInverse } from "../math/normal.js";
import { normalExpectation } from "../math/normal-expectation.js";

/**
 * 1 / √E[f(z)²], z ~ N(0, 1): the factor on weights that keeps the second moment of pre-activations from
 * layer to layer.
 */
export function gain(spec: FormulaActivationSpec): number {
  return 1 / Math.sqrt(secondMoment(spec));
}

/** E[f(z)²] for independent z ~ N(0, 1) on every input, trained parameters at their initial values. */
export function secondMoment(spec: FormulaActivationSpec): number {
  return momentOf(spec, (value) => value * value);
}

/**
 * E[g(f(z))], z of deviation `scale`; noise is averaged over [0, 1) by Simpson's rule, exact for squares of
 * what is linear in it.
 */
export function momentOf(spec: FormulaActivationSpec, g: (value: number) => number, scale = 1): number {
  const tree = substitute(spec.tree, new Map(spec.params.map((param) => [`$${param.name}`, param.value])));
  if (spec.inputs > 1) return momentOfGated(spec.inputs, scale, (inputs) => g(evaluate(tree, { inputs })));
  const kinks = breakpoints(tree).map((kink) => kink / scale);
  const at = (noise: number): number =>
    normalExpectation((z) => g(evaluate(tree, { x: scale * z, noise })), kinks);
  if (!readsNoise(tree)) return at(0);
  return (at(0) + 4 * at(0.5) + at(1)) / 6;
}

/**
 * An expectation over k inputs of deviation `scale`: nested integrals for two, else 2¹⁶ points of a
 * low-discrepancy sequence (about 1e-4).
 */
function momentOfGated(inputs: number, scale: number, g: (inputs: readonly number[]) => number): number {
  if (inputs === 2) {
    const pair = [0, 0];
    const along = (a: number): number =>
      normalExpectation(
        (b) => {
          pair[0] = scale * a;
          pair[1] = scale * b;
          return g(pair);
        },
        [a],
        COARSE,
      );
    return normalExpectation(along, [], COARSE);
  }
  let sum = 0;
  for (let i = 0; i < POINTS; i++) sum += g(quasiNormal(i, inputs).map((input) => scale * input));
  return sum / POINTS;
}

const COARSE = { reach: 9, step: 1, order: 12 } as const;
const POINTS = 65536;
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53] as const;

/** Point i of Halton's sequence in as many dimensions, as normal variates. */
function quasiNormal(i: number, dimensions: number): number[] {
  return PRIMES.slice(0, dimensions).map((base) => {
    let share = 0;
    let unit = 1 / base;
    for (let rest = i + 1; rest > 0; rest = Math.floor(rest / base)) {
      share += (rest % base) * unit;
      unit /= base;
    }
    return normalCdfInverse(share);
  });
}
