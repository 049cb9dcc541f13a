import { definedFamily } from "./defined-family.js";

/** Units of two pre-activations beside glu and Shazeer's. */
export const furtherGated = definedFamily("gated", [
  {
    name: "gtu",
    inputs: 2,
    formula: "tanh(x1) * sigmoid(x2)",
    summary: "the tanh of one pre-activation gated by the sigmoid of another",
  },
  {
    name: "bilinear",
    inputs: 2,
    formula: "x1 * x2",
    summary: "the product of two pre-activations",
  },
  {
    name: "drelu",
    inputs: 2,
    formula: "max(x1, 0) * max(x2, 0)",
    summary: "the product of two relus",
  },
  {
    name: "clamped_swiglu",
    inputs: 2,
    params: { beta: { default: 1.702 }, limit: { default: 7, min: 0.001 } },
    formula: "(min(max(x1, -limit), limit) + 1) * min(x2, limit) * sigmoid(beta * min(x2, limit))",
    summary: "swiglu with held inputs and a value moved by 1",
  },
  {
    name: "relu6_glu",
    inputs: 2,
    formula: "x1 * min(max(x2, 0), 6)",
    summary: "one pre-activation gated by the relu6 of another",
  },
  {
    name: "step_gated_linear",
    inputs: 2,
    formula: "x1 * max(sign(x2), 0)",
    summary: "one pre-activation where another is above 0, else 0",
  },
  {
    name: "arctan_glu",
    inputs: 2,
    formula: "x1 * (x2 < -1 ? -x2 * atan(1 / x2) / pi : x2 * (atan(x2) / pi + 0.5))",
    summary: "one pre-activation gated by the cauchy_linear_unit of another",
  },
  {
    name: "expanded_arctan_glu",
    inputs: 2,
    params: { alpha: { default: 0, trainable: true, per: "layer" } },
    formula: "x1 * ((x2 < -1 ? -atan(1 / x2) / pi : atan(x2) / pi + 0.5) * (1 + 2 * alpha) - alpha)",
    summary: "gated by an arc tangent from -alpha to 1 + alpha, learned",
  },
  {
    name: "expanded_geglu",
    inputs: 2,
    params: { alpha: { default: 0, trainable: true, per: "layer" } },
    formula: "x1 * (0.5 * (1 + erf(x2 / sqrt(2))) * (1 + 2 * alpha) - alpha)",
    summary: "gated by a normal distribution from -alpha to 1 + alpha, learned",
  },
  {
    name: "expanded_swiglu",
    inputs: 2,
    params: { alpha: { default: 0, trainable: true, per: "layer" } },
    formula: "x1 * (sigmoid(x2) * (1 + 2 * alpha) - alpha)",
    summary: "glu whose gate runs from -alpha to 1 + alpha, learned",
  },
]);
