import { definedFamily } from "./defined-family.js";

/** Rectifiers whose negative side is a sigmoid curve, and rectified swish and mish. */
export const tanhRectified = definedFamily("rectified", [
  {
    name: "talu",
    params: { low: { default: -0.75, max: 0, trainable: true, per: "unit" } },
    formula: "x > 0 ? x : tanh(max(x, low))",
    summary: "x above 0, tanh below, flat from low on",
  },
  {
    name: "ptalu",
    params: {
      low: { default: -0.75, trainable: true, per: "unit" },
      high: { default: 1, trainable: true, per: "unit" },
    },
    constraints: ["low < high"],
    formula: "x >= high ? x : tanh(max(x, low))",
    summary: "tanh, flat below low and x itself above high, with a jump there",
  },
  {
    name: "reltanh",
    params: {
      low: { default: -1.5, max: -1.5, trainable: true },
      high: { default: 0, min: 0, max: 0.5, trainable: true },
    },
    formula: "tanh(clamp(x, low, high)) + (1 - tanh(clamp(x, low, high))^2) * (x - clamp(x, low, high))",
    summary: "tanh between low and high, its tangents outside",
  },
  {
    name: "erf_relu",
    params: { alpha: { default: 1, trainable: true, per: "unit" } },
    formula: "x > 0 ? x : alpha * erf(x)",
    summary: "x above 0, a learned multiple of erf below",
  },
  {
    name: "pfplus",
    params: {
      alpha: { default: 1, min: 0, trainable: true, per: "unit" },
      beta: { default: 2, min: 0, trainable: true, per: "unit" },
    },
    formula: "x > 0 ? alpha * x : alpha * x / (1 - beta * x)",
    summary: "a line above 0, a hyperbola towards -alpha / beta below",
  },
  {
    name: "silu_exponential_linear",
    params: { slope: { default: 0.5, trainable: true, per: "unit" } },
    formula: "x > 0 ? (slope + 0.5) * x - expm1(-x) : x * sigmoid(x)",
    summary: "silu below 0, a line plus 1 - exp(-x) above",
  },
  {
    name: "soft_clipping_mish",
    params: { alpha: { default: 0.25, trainable: true, per: "unit" } },
    formula: "max(x, 0) * tanh(softplus(alpha * x))",
    summary: "mish with a learned steepness, 0 below 0",
  },
  {
    name: "flatten_p_mish",
    params: { offset: { default: -0.2, trainable: true, per: "unit" } },
    formula: "max(x, 0) * tanh(softplus(x)) + offset",
    summary: "mish above 0, flat below, moved by a learned offset",
  },
  {
    name: "repsu",
    params: {
      mix: { default: 0.75, trainable: true, per: "unit" },
      threshold: { default: 0, trainable: true, per: "unit" },
      shift: { default: 1, trainable: true, per: "unit" },
      scale: { default: 1, min: 0.1, trainable: true, per: "unit" },
      power: { default: 1, min: 1, max: 8, trainable: true, per: "unit" },
    },
    formula:
      "max(x - threshold, 0) * (2 * (1 - mix) + (2 * mix - 1) * " +
      "sigmoid(sign(x - shift) * (abs(x - shift) / scale)^power))",
    at_kink: "mean",
    summary: "0 below a threshold, above it a line bent by a sigmoid of a power",
  },
]);
