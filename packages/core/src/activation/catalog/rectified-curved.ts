import { definedFamily } from "./defined-family.js";

export const curvedRectifiers = definedFamily("rectified", [
  {
    name: "natural_log_relu",
    params: { beta: { default: 1, min: 0 } },
    formula: "log1p(beta * max(x, 0))",
    summary: "a logarithm above 0, else 0",
  },
  // 2 (softplus(x) - log(2)) below 0, without its cancellation at 0.
  {
    name: "softplus_linear_unit",
    formula: "x > 0 ? x : 2 * log1p(0.5 * expm1(x))",
    summary: "x above 0, twice softplus below, joined smoothly",
  },
  {
    name: "rectified_softplus",
    params: { slope: { default: 1.7, min: 0 } },
    formula: "x > 0 ? slope * x + log(2) : softplus(x)",
    summary: "a line above 0, softplus below",
  },
  {
    name: "prenu",
    params: { alpha: { default: 0.25, min: 0, max: 1 } },
    formula: "max(x, 0) - alpha * log1p(max(x, 0))",
    summary: "relu less a logarithm: its slope grows from 1 - alpha to 1",
  },
  {
    name: "rectified_power_unit",
    params: { power: { default: 3, min: 1 } },
    formula: "max(x, 0)^power",
    summary: "a power of relu",
  },
  {
    name: "approximate_relu",
    params: { scale: { default: 0.54 }, power: { default: 1.3, min: 1 } },
    formula: "scale * max(x, 0)^power",
    summary: "a scaled power of relu",
  },
  {
    name: "squared_leaky_relu",
    params: { slope: { default: 0.5 } },
    formula: "(x > 0 ? x : slope * x)^2",
    summary: "the square of leaky_relu: above 0 on both sides",
  },
  {
    name: "smooth_relu",
    params: { beta: { default: 2, min: 0.001 } },
    formula: "x > beta ? x : x <= -beta ? 0 : (x + beta)^2 / (4 * beta)",
    summary: "relu, rounded by a parabola between -beta and beta",
  },
  {
    name: "sign_relu",
    params: { alpha: { default: 1, min: 0 } },
    formula: "x > 0 ? x : alpha * x / (1 - x)",
    summary: "x above 0, softsign scaled by alpha below",
  },
  // high + log((1 + scale x) / (1 + scale high)) above high, without its cancellation there.
  {
    name: "ls_relu",
    params: { scale: { default: 1, min: 0.001 }, high: { default: 1, min: 0 } },
    formula: "x > high ? high + log1p(scale * (x - high) / (1 + scale * high)) : x > 0 ? x : x / (1 - x)",
    summary: "softsign below 0, x up to high, a logarithm above",
  },
  {
    name: "oaf",
    formula: "max(x, 0) + x * sigmoid(x)",
    summary: "relu plus silu",
  },
  {
    name: "crrelu",
    params: { epsilon: { default: 0.01, trainable: true, per: "layer" } },
    formula: "max(x, 0) + epsilon * x * exp(-0.5 * x^2)",
    summary: "relu plus a small learned wave around 0",
  },
  {
    name: "nelu",
    params: { alpha: { default: 0.1, min: 0 } },
    formula: "x > 0 ? x : alpha * (x / sqrt(1 + x^2))^2",
    summary: "x above 0, rising to alpha on the left",
  },
  {
    name: "maxsig",
    formula: "max(x, sigmoid(x))",
    summary: "the larger of x and sigmoid",
  },
  {
    name: "parametric_leaky_tanh",
    params: { alpha: { default: 0.01, min: 0 } },
    formula: "max(tanh(x), alpha * abs(x))",
    summary: "tanh above 0, a small rise to both sides",
  },
  {
    name: "logarithmic_linear_unit",
    formula: "x > 0 ? x : -log1p(-x)",
    summary: "x above 0, a logarithm below",
  },
  {
    name: "sigmoid_linear_unit",
    formula: "x > 0 ? x : tanh(x)",
    summary: "x above 0, tanh below",
  },
  {
    name: "tanh_linear_unit",
    formula: "x > 0 ? x : tanh(0.5 * x)",
    summary: "x above 0, tanh of x / 2 below",
  },
]);
