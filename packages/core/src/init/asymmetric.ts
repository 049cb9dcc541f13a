import { WeightDraws } from "./draw.js";
import { drawn } from "./drawn.js";
import type { Initializer } from "./initializer.js";

/** Lu et al.'s σ_w, which keeps the length of relu's outputs from layer to layer beside the Beta entry. */
const SPREAD = 0.6007;

const normals = drawn("normal", ({ inputs }) => SPREAD / Math.sqrt(inputs));

/**
 * Randomized asymmetric initialization (Lu et al. 2020, "Dying ReLU and initialization", arXiv:1903.06733): a
 * unit's weights and bias ~ N(0, (0.6007/√fan_in)²), then one of these fan_in + 1 numbers, chosen uniformly,
 * is drawn from Beta(2, 1) instead, whose inverse CDF is √u.
 */
export const asymmetric: Initializer = (shape, weights) => {
  const { seed, layer, inputs, units } = shape;
  normals(shape, weights);
  const biasDraws = new WeightDraws(seed, layer, "biases");
  const choices = new WeightDraws(seed, layer, "asymmetric");
  return Float64Array.from({ length: units }, (_, unit) => {
    const chosen = Math.floor(choices.uniform(unit, 0) * (inputs + 1));
    const positive = Math.sqrt(choices.uniform(unit, 1));
    if (chosen === inputs) return positive;
    weights[unit * inputs + chosen] = positive;
    return (SPREAD / Math.sqrt(inputs)) * biasDraws.normal(unit, 0);
  });
};
