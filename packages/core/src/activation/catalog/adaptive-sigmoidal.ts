import { definedFamily } from "./defined-family.js";

/** Sigmoid curves whose height, slope or ends are learned. */
export const adaptiveSigmoidal = definedFamily("sigmoidal", [
  {
    name: "shape_autotuning_sigmoid",
    params: { alpha: { default: 1, min: 0.001, trainable: true } },
    formula: "2 / alpha * tanh(0.5 * alpha * x)",
    summary: "tanh with slope 1 at 0 and a learned height",
  },
  {
    name: "adaptive_slope_sigmoid",
    params: { slope: { default: 1, trainable: true } },
    formula: "sigmoid(slope * x)",
    summary: "sigmoid with a learned steepness",
  },
  {
    name: "adaptive_slope_tanh",
    params: { slope: { default: 1, trainable: true } },
    formula: "tanh(slope * x)",
    summary: "tanh with a learned steepness",
  },
  {
    name: "parametric_sigmoid",
    params: {
      alpha: { default: 1, trainable: true, per: "unit" },
      beta: { default: 1, trainable: true, per: "unit" },
    },
    formula: "alpha * sigmoid(beta * x)",
    summary: "sigmoid with learned height and steepness",
  },
  {
    name: "power_sigmoid",
    params: { power: { default: 2, min: 0.01, trainable: true } },
    formula: "exp(-power * softplus(-x))",
    summary: "sigmoid to a learned power",
  },
  {
    name: "stac_tanh",
    params: {
      threshold: { default: 1, min: 0, trainable: true, per: "unit" },
      slope: { default: 0.1, trainable: true, per: "unit" },
    },
    formula: "tanh(clamp(x, -threshold, threshold)) + slope * (x - clamp(x, -threshold, threshold))",
    summary: "tanh near 0, lines with a learned slope outside",
  },
  {
    name: "tanhlu",
    params: {
      alpha: { default: 1, trainable: true, per: "unit" },
      lambda: { default: 1, trainable: true, per: "unit" },
      slope: { default: 0.1, trainable: true, per: "unit" },
    },
    formula: "alpha * tanh(lambda * x) + slope * x",
    summary: "tanh plus a line, all scales learned",
  },
  {
    name: "gaussian_error_unit",
    params: { alpha: { default: 1, min: 0.001, trainable: true } },
    formula: "0.5 * erfc(-x / (alpha * sqrt(2)))",
    summary: "normal distribution function with a learned width",
  },
  {
    name: "p_sig_ramp",
    params: {
      mix: { default: 0.5, min: 0, max: 1, trainable: true, per: "unit" },
      slope: { default: 1, min: 0.01, trainable: true, per: "unit" },
    },
    formula: "mix * sigmoid(x) + (1 - mix) * (0.5 + slope * clamp(x, -0.5 / slope, 0.5 / slope))",
    summary: "a learned mix of sigmoid and a ramp from 0 to 1",
  },
  {
    name: "scaled_softsign",
    params: {
      alpha: { default: 1, trainable: true, per: "unit" },
      beta: { default: 1, min: 0.001, trainable: true, per: "unit" },
    },
    formula: "alpha * x / (beta + abs(x))",
    summary: "softsign with learned height and width",
  },
]);
