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
]);
