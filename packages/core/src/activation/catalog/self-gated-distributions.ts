import { definedFamily } from "./defined-family.js";

/** Relatives of gelu: gates that are distribution functions, and what is built like them. */
export const geluRelatives = definedFamily("self-gated", [
  {
    name: "symmetrical_gelu",
    params: { alpha: { default: 1 } },
    formula: "alpha * x * erf(x / sqrt(2))",
    summary: "a smooth absolute value: x times erf",
  },
  {
    name: "cauchy_linear_unit",
    formula: "x < -1 ? -x * atan(1 / x) / pi : x * (atan(x) / pi + 0.5)",
    summary: "x gated by a Cauchy distribution function: -1/pi far below",
  },
  {
    name: "laplace_linear_unit",
    formula: "x * (x >= 0 ? 1 - 0.5 * exp(-x) : 0.5 * exp(x))",
    summary: "x gated by a Laplace distribution function",
  },
  {
    name: "golu",
    formula: "x * exp(-exp(-x))",
    summary: "x gated by Gompertz's function: almost 0 below -2",
  },
  {
    name: "loglogish",
    formula: "x * (1 - exp(-exp(x)))",
    summary: "x gated by complementary_loglog",
  },
  {
    name: "gish",
    formula: "x * log1p(1 - exp(-exp(x)))",
    summary: "x gated by the logarithm of 1 + complementary_loglog, slope 0.69 far above",
  },
  {
    name: "collapsing_linear_unit",
    formula:
      "x < 0 ? x * exp(x + exp(x)) / (exp(x + exp(x)) - x)" + " : x / (1 - x * exp(-x - exp(min(x, 5))))",
    summary: "x above 1, a dip below 0 that collapses to 0",
  },
  {
    name: "expanded_gelu",
    params: { alpha: { default: 0, trainable: true, per: "layer" } },
    formula: "x * (0.5 * (1 + erf(x / sqrt(2))) * (1 + 2 * alpha) - alpha)",
    summary: "gelu whose gate runs from -alpha to 1 + alpha, learned",
  },
  {
    name: "expanded_silu",
    params: { alpha: { default: 0, trainable: true, per: "layer" } },
    formula: "x * (sigmoid(x) * (1 + 2 * alpha) - alpha)",
    summary: "silu whose gate runs from -alpha to 1 + alpha, learned",
  },
  {
    name: "expanded_arctan_linear_unit",
    params: { alpha: { default: 0, trainable: true, per: "layer" } },
    formula: "x * ((x < -1 ? -atan(1 / x) / pi : atan(x) / pi + 0.5) * (1 + 2 * alpha) - alpha)",
    summary: "cauchy_linear_unit with a gate of learned range",
  },
  {
    name: "adaptive_generalized_linear_unit",
    params: {
      kappa: { default: 1, trainable: true, per: "layer" },
      lambda: { default: 0.5, min: 0.001, trainable: true, per: "layer" },
    },
    formula: "x * exp(-softplus(log(lambda) - kappa * x) / lambda)",
    summary: "x gated by adaptive_parametric",
  },
  {
    name: "swisht",
    params: { beta: { default: 1, trainable: true, per: "layer" }, alpha: { default: 0.1 } },
    formula: "x * sigmoid(beta * x) + alpha * tanh(x)",
    summary: "swish plus a little tanh",
  },
  {
    name: "swisht_a",
    params: { alpha: { default: 0.1 } },
    formula: "sigmoid(x) * (x + 2 * alpha) - alpha",
    summary: "silu plus alpha tanh(x / 2)",
  },
  {
    name: "swisht_b",
    params: { beta: { default: 1, trainable: true, per: "layer" }, alpha: { default: 0.1 } },
    formula: "sigmoid(beta * x) * (x + 2 * alpha) - alpha",
    summary: "swish plus alpha tanh(beta x / 2)",
  },
  {
    name: "swisht_c",
    params: { beta: { default: 1, min: 0.001, trainable: true, per: "layer" }, alpha: { default: 0.1 } },
    formula: "sigmoid(beta * x) * (x + 2 * alpha / beta) - alpha / beta",
    summary: "swisht_a with x scaled by beta and the result by 1 / beta",
  },
  {
    name: "b_silu",
    params: { alpha: { default: 1.67 } },
    formula: "(x + alpha) * sigmoid(x) - alpha / 2",
    summary: "silu plus a sigmoid: -alpha/2 far below, steeper at 0",
  },
  {
    name: "speculator",
    params: {
      gamma: { default: 0.5, trainable: true, per: "unit" },
      beta: { default: 1, trainable: true, per: "unit" },
    },
    formula: "x * (gamma + (1 - gamma) * sigmoid(beta * x))",
    summary: "swish with a learned slope gamma below",
  },
]);
