import { definedFamily } from "./defined-family.js";

/** Relatives of mish: gates that are tanh, erf or arc tangent of something. */
export const mishRelatives = definedFamily("self-gated", [
  {
    name: "lisht",
    formula: "x * tanh(x)",
    summary: "a smooth absolute value: x times its tanh",
  },
  {
    name: "tanhexp",
    formula: "x * tanh(exp(x))",
    summary: "x gated by the tanh of its exponential",
  },
  {
    name: "smish",
    params: { alpha: { default: 1 }, beta: { default: 1 } },
    formula: "alpha * x * tanh(log(1 + sigmoid(beta * x)))",
    summary: "x gated by tanh of log(1 + sigmoid), slope 0.6 far above",
  },
  {
    name: "serf",
    formula: "x * erf(log(1 + exp(x)))",
    summary: "x gated by erf of softplus",
  },
  {
    name: "phish",
    formula: "x * tanh(0.5 * x * (1 + erf(x / sqrt(2))))",
    summary: "x gated by tanh of gelu: positive bump left of 0",
  },
  {
    name: "tangent_sigmoid_relu",
    formula: "x * tanh(sigmoid(x))",
    summary: "x gated by tanh of sigmoid, slope 0.76 far above",
  },
  {
    name: "tangent_bipolar_sigmoid_relu",
    formula: "x * tanh(tanh(x / 2))",
    summary: "a smooth absolute value of slope 0.76",
  },
  {
    name: "beta_mish",
    params: { beta: { default: 1.5 } },
    formula: "x * tanh(beta * log(1 + exp(x)))",
    summary: "mish with a steeper gate",
  },
  {
    name: "mila",
    params: { beta: { default: -0.25 } },
    formula: "x * tanh(softplus(beta + x))",
    summary: "mish with its gate moved by beta",
  },
  {
    name: "self_arctan",
    formula: "x * atan(x)",
    summary: "a smooth absolute value of slope pi/2",
  },
  {
    name: "rectified_hyperbolic_secant",
    formula: "x / cosh(x)",
    summary: "odd, largest at 1.2, back to 0 on both sides",
  },
]);
