import { definedFamily } from "./defined-family.js";

/** Sigmoids built from tanh and its like. */
export const tanhSigmoids = definedFamily("sigmoidal", [
  {
    name: "scaled_tanh",
    params: { scale: { default: 1.7159 }, slope: { default: 2 / 3 } },
    formula: "scale * tanh(slope * x)",
    summary: "tanh with the scale and slope that give 1 at 1",
  },
  {
    name: "twisted_tanh",
    params: { slope: { default: 0.01 } },
    formula: "tanh(x) + slope * x",
    summary: "tanh plus a small line against flat ends",
  },
  {
    name: "penalized_tanh",
    params: { alpha: { default: 0.25 } },
    formula: "x > 0 ? tanh(x) : alpha * tanh(x)",
    summary: "tanh above 0, alpha times it below",
  },
  {
    name: "dynamic_tanh",
    params: {
      alpha: { default: 0.5, trainable: true, per: "layer" },
      gamma: { default: 1, trainable: true, per: "unit" },
      beta: { default: 0, trainable: true, per: "unit" },
    },
    formula: "gamma * tanh(alpha * x) + beta",
    summary: "tanh with learned slope, scale and offset, in place of a norm",
  },
  {
    name: "dynamic_erf",
    params: {
      alpha: { default: 0.5, trainable: true, per: "layer" },
      shift: { default: 0, trainable: true, per: "layer" },
      gamma: { default: 1, trainable: true, per: "unit" },
      beta: { default: 0, trainable: true, per: "unit" },
    },
    formula: "gamma * erf(alpha * x + shift) + beta",
    summary: "erf with learned slope, shift, scale and offset, in place of a norm",
  },
  {
    name: "new_sigmoid",
    formula: "tanh(x) / sqrt(1 + tanh(x)^2)",
    summary: "like tanh, from -0.71 to 0.71",
  },
  {
    name: "root2sigmoid",
    formula: "tanh(x * log(2) / 2) / sqrt(8 * (1 + tanh(x * log(2) / 2)^2))",
    summary: "new_sigmoid flattened, from -1/4 to 1/4",
  },
  {
    name: "hexpo",
    params: {
      above: { default: 1, min: 0 },
      above_width: { default: 1, min: 0.001 },
      below: { default: 1, min: 0 },
      below_width: { default: 1, min: 0.001 },
    },
    formula: "x >= 0 ? -above * expm1(-x / above_width) : below * expm1(x / below_width)",
    summary: "exponential approach to one height above 0 and to another below",
  },
  {
    name: "self_scalable_tanh",
    params: { beta: { default: 1, trainable: true, per: "unit" } },
    formula: "tanh(x) + beta * x * tanh(x)",
    summary: "tanh plus a learned multiple of lisht: no ends for beta above 0",
  },
]);
