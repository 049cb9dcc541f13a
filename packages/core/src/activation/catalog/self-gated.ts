import { definedFamily } from "./defined-family.js";

export const selfGated = definedFamily("self-gated", [
  {
    name: "gelu",
    formula: "0.5 * x * (1 + erf(0.7071067811865476 * x))",
    summary: "x times the normal distribution function of x, exact",
  },
  {
    name: "gelu_tanh",
    formula: "0.5 * x * (1 + tanh(0.7978845608028654 * (x + 0.044715 * x^3)))",
    summary: "gelu by its tanh approximation",
  },
  {
    name: "quick_gelu",
    formula: "x * sigmoid(1.702 * x)",
    summary: "gelu by its sigmoid approximation",
  },
  {
    name: "silu",
    formula: "x * sigmoid(x)",
    summary: "x times its sigmoid",
  },
  {
    name: "swish",
    params: { beta: { default: 1, trainable: true, per: "layer" } },
    formula: "x * sigmoid(beta * x)",
    summary: "silu with a learned steepness beta",
  },
  {
    name: "mish",
    formula: "x * tanh(softplus(x))",
    summary: "x times tanh of softplus",
  },
]);
