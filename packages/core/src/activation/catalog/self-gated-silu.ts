import { definedFamily } from "./defined-family.js";

/** Relatives of silu: gates built from the logistic function. */
export const siluRelatives = definedFamily("self-gated", [
  {
    name: "silu_derivative",
    formula: "sigmoid(x) * (1 + x * (1 - sigmoid(x)))",
    summary: "the slope of silu: a sigmoid that overshoots 0 and 1 by a tenth",
  },
  {
    name: "double_silu",
    formula: "x * sigmoid(x * sigmoid(x))",
    summary: "x gated by the sigmoid of silu",
  },
  {
    name: "modified_silu",
    formula: "x * sigmoid(x) + exp(-x^2 - 1) / 4",
    summary: "silu plus a low bump at 0",
  },
  {
    name: "tanh_silu",
    formula: "tanh(x * sigmoid(x))",
    summary: "tanh of silu: bounded by 1 above",
  },
  {
    name: "arctan_silu",
    formula: "atan(x * sigmoid(x))",
    summary: "arc tangent of silu: bounded by pi/2 above",
  },
  {
    name: "swat",
    formula: "x * sigmoid(atan(x))",
    summary: "x gated by the sigmoid of its arc tangent: lines of two slopes",
  },
  {
    name: "triple_state_swish",
    params: { first: { default: 20 }, second: { default: 40 } },
    constraints: ["first < second"],
    formula: "x * sigmoid(x) * (sigmoid(x) + sigmoid(x - first) + sigmoid(x - second))",
    summary: "x times triple_state_sigmoid: slopes 0, 1, 2 and 3",
  },
  {
    name: "generalized_swish",
    formula: "x * sigmoid(exp(-x))",
    summary: "x below 0, half of it far above",
  },
  {
    name: "logish",
    formula: "x * log(1 + sigmoid(x))",
    summary: "x gated by the logarithm of 1 + sigmoid",
  },
  {
    name: "parametric_logish",
    params: { alpha: { default: 1 }, beta: { default: 10 } },
    formula: "alpha * x * log(1 + sigmoid(beta * x))",
    summary: "logish with a scale and a steepness",
  },
  {
    name: "sinsig",
    formula: "x * sin(pi / 2 * sigmoid(x))",
    summary: "x gated by the sine of sigmoid",
  },
  {
    name: "sech_sig",
    formula: "(x + 1 / cosh(x)) * sigmoid(x)",
    summary: "silu plus a bump, 1/2 at 0",
  },
  {
    name: "parametric_sech_sig",
    params: { alpha: { default: 1 } },
    formula: "(x + alpha / cosh(x + alpha)) * sigmoid(x)",
    summary: "silu plus a bump of height and place alpha",
  },
  {
    name: "tanh_sig",
    formula: "(x + tanh(x)) * sigmoid(x)",
    summary: "silu plus a gated tanh: steeper near 0",
  },
  {
    name: "parametric_tanh_sig",
    params: { alpha: { default: 1 } },
    formula: "(x + alpha * tanh(x + alpha)) * sigmoid(x)",
    summary: "silu plus a gated tanh of scale and shift alpha",
  },
  {
    name: "eanaf",
    formula: "x * exp(x) / (exp(x) + 2)",
    summary: "silu moved to the right: x gated by sigmoid(x - log 2)",
  },
  {
    name: "molu",
    formula: "x * (1 + tanh(x)) / 2",
    summary: "silu twice as steep",
  },
]);
