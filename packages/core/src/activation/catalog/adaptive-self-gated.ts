import { definedFamily } from "./defined-family.js";

/** x times a gate of x with learned parameters: relatives of swish. */
export const adaptiveSelfGated = definedFamily("self-gated", [
  {
    name: "adaptive_hybrid",
    params: {
      alpha: { default: 1, trainable: true, per: "unit" },
      beta: { default: 1, trainable: true, per: "unit" },
    },
    formula: "alpha * x * sigmoid(beta * x)",
    summary: "swish with a learned height",
  },
  {
    name: "shifted_silu",
    params: {
      alpha: { default: 1, trainable: true, per: "unit" },
      beta: { default: 0.1, max: 0.9, trainable: true, per: "unit" },
    },
    formula: "x * (sigmoid(alpha * x) - beta) / (1 - beta)",
    summary: "swish whose gate is moved down, so that the left tail rises",
  },
  {
    name: "e_swish",
    params: { beta: { default: 1.5 } },
    formula: "beta * x * sigmoid(x)",
    summary: "silu times a constant",
  },
  {
    name: "acon_b",
    params: {
      beta: { default: 1, trainable: true, per: "unit" },
      slope: { default: 0.25, trainable: true, per: "unit" },
    },
    formula: "(1 - slope) * x * sigmoid(beta * (1 - slope) * x) + slope * x",
    summary: "a smooth prelu with learned slope and sharpness",
  },
  {
    name: "acon_c",
    params: {
      beta: { default: 1, trainable: true, per: "unit" },
      low: { default: 0, trainable: true, per: "unit" },
      high: { default: 1, trainable: true, per: "unit" },
    },
    formula: "(high - low) * x * sigmoid(beta * (high - low) * x) + low * x",
    summary: "a smooth maximum of two lines with learned slopes",
  },
  {
    name: "parametric_swish",
    params: {
      alpha: { default: 1, trainable: true, per: "unit" },
      beta: { default: 1, trainable: true, per: "unit" },
      threshold: { default: 0, trainable: true, per: "unit" },
    },
    formula: "x > threshold ? x : alpha * x * sigmoid(beta * x)",
    summary: "x above a threshold, a scaled swish below",
  },
  {
    name: "psgu",
    params: { alpha: { default: 0.5, trainable: true, per: "unit" } },
    formula: "x * tanh(alpha * sigmoid(x))",
    summary: "x times tanh of a learned multiple of sigmoid",
  },
  {
    name: "tbs_relu_learnable",
    params: { alpha: { default: 0.5, trainable: true, per: "unit" } },
    formula: "x * tanh(alpha * tanh(0.5 * x))",
    summary: "x times tanh of a learned multiple of tanh(x / 2)",
  },
  {
    name: "pats",
    params: { lower: { default: 0.5, min: 0, max: 0.6 }, upper: { default: 0.75, min: 0.6, max: 1 } },
    constraints: ["lower <= upper"],
    formula: "x * atan((lower + (upper - lower) * noise) * pi * sigmoid(x))",
    summary: "x times arctan of sigmoid with a random scale, its mean in evaluation",
  },
  {
    name: "sinlu",
    params: {
      alpha: { default: 1, trainable: true, per: "unit" },
      beta: { default: 1, trainable: true, per: "unit" },
    },
    formula: "(x + alpha * sin(beta * x)) * sigmoid(x)",
    summary: "silu with a learned sine added to x",
  },
  {
    name: "coslu",
    params: {
      alpha: { default: 1, trainable: true, per: "unit" },
      beta: { default: 1, trainable: true, per: "unit" },
    },
    formula: "(x + alpha * cos(beta * x)) * sigmoid(x)",
    summary: "silu with a learned cosine added to x",
  },
  {
    name: "erf_act",
    params: {
      alpha: { default: 0.75, trainable: true },
      beta: { default: 0.75, trainable: true },
    },
    formula: "x * erf(alpha * exp(beta * x))",
    summary: "x times erf of a learned exponential",
  },
  {
    name: "pserf",
    params: {
      gamma: { default: 1.25, trainable: true },
      delta: { default: 0.85, trainable: true },
    },
    formula: "x * erf(gamma * softplus(delta * x))",
    summary: "x times erf of a learned softplus",
  },
  {
    name: "swim",
    params: { alpha: { default: 0.5, trainable: true, per: "unit" } },
    formula: "0.5 * x * (1 + alpha * x / sqrt(1 + x^2))",
    summary: "x times an algebraic gate with a learned height",
  },
  {
    name: "pgelu",
    params: { alpha: { default: 1, min: 0.001, trainable: true } },
    formula: "0.5 * x * erfc(-x / (alpha * sqrt(2)))",
    summary: "gelu with a learned width",
  },
  {
    name: "logmoid",
    params: { alpha: { default: 1, min: 0, trainable: true }, beta: { default: 1, trainable: true } },
    formula: "x * log1p(alpha * sigmoid(beta * x))",
    summary: "x times the logarithm of 1 + a learned sigmoid",
  },
  {
    name: "fractional_adaptive_linear",
    params: {
      alpha: { default: 0.5, min: 0, max: 1, trainable: true, per: "unit" },
      beta: { default: 1, min: 1, max: 10, trainable: true, per: "unit" },
    },
    formula: "sigmoid(beta * x) * (x + alpha * (1 - x * sigmoid(beta * x)))",
    summary: "between swish (alpha 0) and nearly its slope (alpha 1)",
  },
  {
    name: "leaf",
    params: {
      slope: { default: 1, trainable: true, per: "unit" },
      shift: { default: 0, trainable: true, per: "unit" },
      rate: { default: 1, trainable: true, per: "unit" },
      offset: { default: 0, trainable: true, per: "unit" },
    },
    formula: "(slope * x + shift) * sigmoid(rate * x) + offset",
    summary: "a learned line times a learned sigmoid",
  },
  {
    name: "aria",
    params: {
      lower: { default: 0 },
      upper: { default: 1 },
      base: { default: 1, min: 0.001 },
      onset: { default: 1, min: 0.001 },
      rate: { default: 1 },
      shape: { default: 2, min: 0.01 },
    },
    formula:
      "x * (lower + (upper - lower) * exp(-(log(base) + softplus(log(onset / base) - rate * x)) / shape))",
    summary: "x times Richard's curve",
  },
  {
    name: "aria2",
    params: { alpha: { default: 1.5, min: 0 }, beta: { default: 2 } },
    formula: "x * exp(-alpha * softplus(-beta * x))",
    summary: "x times a power of sigmoid",
  },
]);
