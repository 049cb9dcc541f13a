import { definedFamily } from "./defined-family.js";

/** elu and its relatives with parameters that are learned. */
export const parametricExponential = definedFamily("exponential", [
  {
    name: "pelu",
    params: {
      alpha: { default: 1, min: 0.1, trainable: true },
      beta: { default: 1, min: 0.1, trainable: true },
    },
    formula: "x > 0 ? alpha / beta * x : alpha * expm1(x / beta)",
    summary: "elu with learned height and decay, smooth at 0",
  },
  {
    name: "extended_elu",
    params: {
      alpha: { default: 1, min: 0.01, trainable: true, per: "unit" },
      threshold: { default: 1.25643, min: 0.01, max: 10, trainable: true, per: "unit" },
    },
    formula: "x > threshold ? x : threshold * expm1(alpha * x) / expm1(alpha * threshold)",
    summary: "an exponential that meets x at a threshold above 0",
  },
  {
    name: "mpelu",
    params: {
      alpha: { default: 1, trainable: true, per: "unit" },
      beta: { default: 1, min: 0, trainable: true, per: "unit" },
    },
    formula: "x > 0 ? x : alpha * expm1(beta * x)",
    summary: "elu with learned height and rate",
  },
  {
    name: "tanh_exponential_linear",
    params: { alpha: { default: 1, min: 0, trainable: true, per: "unit" } },
    formula: "x * tanh(x > 0 ? alpha * x : expm1(alpha * x))",
    summary: "x times tanh of elu",
  },
  {
    name: "soft_exponential",
    params: { alpha: { default: 0.25, min: 0.001, max: 1, trainable: true, per: "unit" } },
    formula: "expm1(alpha * x) / alpha + alpha",
    summary: "between a line (alpha near 0) and exp(x) (alpha 1)",
  },
  {
    name: "pselu",
    params: {
      scale: { default: 1.0507009873554805, trainable: true, per: "unit" },
      alpha: { default: 1.6732632423543772, trainable: true, per: "unit" },
    },
    formula: "scale * (x > 0 ? x : alpha * expm1(x))",
    summary: "selu with both constants learned",
  },
  {
    name: "lpselu",
    params: {
      scale: { default: 1.0507009873554805, trainable: true, per: "unit" },
      alpha: { default: 1.6732632423543772, trainable: true, per: "unit" },
      slope: { default: 0.01, trainable: true, per: "unit" },
    },
    formula: "x > 0 ? scale * x : scale * alpha * expm1(x) + slope * x",
    summary: "pselu with a small slope below 0",
  },
  {
    name: "lpselu_rp",
    params: {
      scale: { default: 1.0507009873554805, trainable: true, per: "unit" },
      alpha: { default: 1.6732632423543772, trainable: true, per: "unit" },
      slope: { default: 0.01, trainable: true, per: "unit" },
      offset: { default: 0, trainable: true, per: "unit" },
    },
    formula: "(x > 0 ? scale * x : scale * alpha * expm1(x) + slope * x) + offset",
    summary: "lpselu moved up or down by a learned offset",
  },
  {
    name: "shifted_elu",
    params: {
      alpha: { default: 1, min: 0 },
      shift: { default: 0, trainable: true, per: "unit" },
    },
    formula: "x + shift > 0 ? x + shift : alpha * expm1(x + shift)",
    summary: "elu moved sideways by a learned shift",
  },
  {
    name: "vertically_shifted_elu",
    params: {
      alpha: { default: 1, min: 0 },
      offset: { default: 0, trainable: true, per: "unit" },
    },
    formula: "(x > 0 ? x : alpha * expm1(x)) + offset",
    summary: "elu moved up or down by a learned offset",
  },
  {
    name: "shifted_pelu",
    params: {
      alpha: { default: 1, min: 0.1, trainable: true, per: "unit" },
      beta: { default: 1, min: 0.1, trainable: true, per: "unit" },
      shift: { default: 0, trainable: true, per: "unit" },
    },
    formula: "x + shift > 0 ? alpha / beta * (x + shift) : alpha * expm1((x + shift) / beta)",
    summary: "pelu moved sideways by a learned shift",
  },
  {
    name: "vertically_shifted_pelu",
    params: {
      alpha: { default: 1, min: 0.1, trainable: true, per: "unit" },
      beta: { default: 1, min: 0.1, trainable: true, per: "unit" },
      offset: { default: 0, trainable: true, per: "unit" },
    },
    formula: "(x > 0 ? alpha / beta * x : alpha * expm1(x / beta)) + offset",
    summary: "pelu moved up or down by a learned offset",
  },
  {
    name: "pdelu",
    params: {
      alpha: { default: 1, trainable: true, per: "unit" },
      deformation: { default: 0.9, min: 0, max: 0.99 },
    },
    formula: "x > 0 ? x : alpha * (max(1 + (1 - deformation) * x, 0)^(1 / (1 - deformation)) - 1)",
    summary: "elu with a deformed exponential that reaches -alpha at a finite x",
  },
  {
    name: "scaled_sinh",
    params: {
      alpha: { default: 1, trainable: true, per: "unit" },
      beta: { default: 1, trainable: true, per: "unit" },
    },
    formula: "alpha * sinh(beta * x)",
    summary: "hyperbolic sine with learned scales",
  },
  {
    name: "scaled_exponential",
    params: {
      alpha: { default: 1, trainable: true, per: "unit" },
      beta: { default: 1, trainable: true, per: "unit" },
    },
    formula: "alpha * expm1(beta * x)",
    summary: "exp(x) - 1 with learned scales",
  },
  {
    name: "exponential_growth",
    params: {
      alpha: { default: 1, trainable: true, per: "unit" },
      beta: { default: 0.5, trainable: true, per: "unit" },
    },
    formula: "alpha * exp(beta * x)",
    summary: "an exponential with learned height and rate",
  },
  {
    name: "exponential_sigmoid",
    params: { alpha: { default: 1 } },
    formula: "exp(x - softplus(-alpha * x))",
    summary: "exp(x) times a sigmoid",
  },
]);
