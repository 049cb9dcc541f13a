import { definedFamily } from "./defined-family.js";

// |u| is replaced by sqrt(u^2 + epsilon) in each.
const epsilon = { default: 0.1, min: 0.000001 };

/** Piecewise linear activations and classics, smoothed by the mollified square root. */
export const mollified = definedFamily("smooth", [
  {
    name: "step_plus",
    params: { epsilon },
    formula:
      "x > 0 ? 0.5 * (1 + x / sqrt(x^2 + epsilon))" +
      " : 0.5 * epsilon / sqrt(x^2 + epsilon) / (sqrt(x^2 + epsilon) - x)",
    summary: "a smooth step from 0 to 1",
  },
  {
    name: "bipolar_plus",
    params: { epsilon },
    formula: "x / sqrt(x^2 + epsilon)",
    summary: "a smooth sign",
  },
  {
    name: "leaky_relu_plus",
    params: { slope: { default: 0.01, trainable: true, per: "unit" }, epsilon },
    formula: "0.5 * ((1 + slope) * x + sqrt((1 - slope)^2 * x^2 + epsilon))",
    summary: "a smooth leaky relu with a learned slope",
  },
  {
    name: "vrelu_plus",
    params: { epsilon },
    formula: "sqrt(x^2 + epsilon)",
    summary: "a smooth |x|",
  },
  {
    name: "softshrink_plus",
    params: { lambda: { default: 0.5, min: 0 }, epsilon },
    formula: "x * (1 - 2 * lambda / (sqrt((x + lambda)^2 + epsilon) + sqrt((x - lambda)^2 + epsilon)))",
    summary: "a smooth softshrink",
  },
  {
    name: "pan_plus",
    params: { lambda: { default: 0.5, min: 0 }, epsilon },
    formula: "0.5 * (sqrt((x - lambda)^2 + epsilon) + sqrt((x + lambda)^2 + epsilon)) - lambda",
    summary: "a smooth frying pan: about 0 within lambda, |x| - lambda outside",
  },
  {
    name: "brelu_plus",
    params: { epsilon },
    formula: "0.5 + (x - 0.5) / (sqrt(x^2 + epsilon) + sqrt((x - 1)^2 + epsilon))",
    summary: "x held between 0 and 1, smooth",
  },
  {
    name: "srelu_plus",
    params: {
      slope: { default: 0.1, trainable: true, per: "unit" },
      threshold: { default: 1, min: 0, trainable: true, per: "unit" },
      epsilon,
    },
    formula:
      "x * (slope + 2 * (1 - slope) * threshold / (sqrt((x + threshold)^2 + epsilon) + " +
      "sqrt((x - threshold)^2 + epsilon)))",
    summary: "x near 0, a learned slope beyond a threshold, smooth",
  },
  {
    name: "hardtanh_plus",
    params: { epsilon },
    formula: "2 * x / (sqrt((x + 1)^2 + epsilon) + sqrt((x - 1)^2 + epsilon))",
    summary: "a smooth hardtanh",
  },
  {
    name: "hardshrink_plus",
    params: { lambda: { default: 0.5, min: 0 }, epsilon },
    formula:
      "x * (1 + 0.5 * ((x - lambda) / sqrt((x - lambda)^2 + epsilon) - " +
      "(x + lambda) / sqrt((x + lambda)^2 + epsilon)))",
    summary: "a smooth hardshrink",
  },
  {
    name: "melu_plus",
    params: { center: { default: 0 }, width: { default: 1, min: 0.001 }, epsilon },
    formula:
      "0.5 * (width - sqrt((x - center)^2 + epsilon) + " +
      "sqrt((width - sqrt((x - center)^2 + epsilon))^2 + epsilon))",
    summary: "a smooth triangular bump",
  },
  {
    name: "elu_plus",
    params: { alpha: { default: 1, min: 0.001 }, epsilon },
    formula:
      "0.5 * (x > 0 ? x + sqrt(x^2 + epsilon) - epsilon * exp(-x) / (-alpha * expm1(-x) + " +
      "sqrt(alpha^2 * expm1(-x)^2 + epsilon * exp(-2 * x))) : epsilon / (sqrt(x^2 + epsilon) - x) + " +
      "alpha * expm1(x) - sqrt(alpha^2 * expm1(x)^2 + epsilon))",
    summary: "a smooth maximum and minimum instead of elu's joint",
  },
  {
    name: "swish_plus",
    params: { epsilon },
    formula:
      "x > 0 ? 0.5 * x * (1 + x / sqrt(x^2 + epsilon))" +
      " : 0.5 * x * epsilon / sqrt(x^2 + epsilon) / (sqrt(x^2 + epsilon) - x)",
    summary: "x times a smooth step",
  },
  {
    name: "mish_plus",
    params: { epsilon },
    formula:
      "x > 0 ? x * (x + sqrt(x^2 + epsilon)) / sqrt((x + sqrt(x^2 + epsilon))^2 + 4 * epsilon) : " +
      "x * sqrt(epsilon) / sqrt(epsilon + 4 * (sqrt(x^2 + epsilon) - x)^2)",
    summary: "mish from square roots alone",
  },
  {
    name: "logish_plus",
    params: { epsilon },
    formula:
      "x > 0 ? x * log1p(0.5 * (1 + x / sqrt(x^2 + epsilon)))" +
      " : x * log1p(0.5 * epsilon / sqrt(x^2 + epsilon) / (sqrt(x^2 + epsilon) - x))",
    summary: "x times the logarithm of 1 + a smooth step",
  },
  {
    name: "softsign_plus",
    params: { epsilon },
    formula: "x / (1 + sqrt(x^2 + epsilon))",
    summary: "a smooth softsign",
  },
  {
    name: "sign_relu_plus",
    params: { epsilon },
    formula:
      "0.5 * (x > 0 ? x + sqrt(x^2 + epsilon) - epsilon / (x + sqrt(x^2 + epsilon)) / sqrt((1 - x)^2 + epsilon)" +
      " : epsilon / (sqrt(x^2 + epsilon) - x) + (x - sqrt(x^2 + epsilon)) / sqrt((1 - x)^2 + epsilon))",
    summary: "a smooth relu with softsign below 0",
  },
]);
