import { definedFamily } from "./defined-family.js";

/** The families TanhSoft and EIS: softplus, x and exponentials combined. */
export const tanhsoftEis = definedFamily("self-gated", [
  {
    name: "tanhsoft",
    params: {
      alpha: { default: 0, max: 1, trainable: true },
      beta: { default: 0.6, min: 0.001, trainable: true },
      gamma: { default: 1, min: 0.001, trainable: true },
      delta: { default: 1, min: 0.001, max: 1, trainable: true },
    },
    formula: "tanh(alpha * x + beta * exp(min(gamma * x, 15))) * (log(delta) + softplus(x - log(delta)))",
    summary: "tanh of a line plus an exponential, times a softplus",
  },
  {
    name: "tanhsoft_1",
    params: { alpha: { default: 0.87, trainable: true } },
    formula: "tanh(alpha * x) * softplus(x)",
    summary: "softplus times a learned tanh",
  },
  {
    name: "tanhsoft_2",
    params: {
      beta: { default: 0.6, min: 0.001, trainable: true },
      gamma: { default: 1, min: 0.001, trainable: true },
    },
    formula: "x * tanh(beta * exp(min(gamma * x, 15)))",
    summary: "x times tanh of a learned exponential",
  },
  {
    name: "tanhsoft_3",
    params: { alpha: { default: 0.85, min: 0, trainable: true } },
    formula: "x > 0 ? x + log(exp(-x) + tanh(alpha * x)) : log1p(exp(x) * tanh(alpha * x))",
    summary: "softplus with its exponential gated by tanh",
  },
  {
    name: "eis_1",
    params: {
      delta: { default: 1.16, min: 0.5, trainable: true },
      theta: { default: 1, min: 0.8, trainable: true },
    },
    formula:
      "x > 0 ? softplus(x) * (x / (x + delta * exp(-theta * x)))" +
      " : softplus(x) * (x * exp(theta * x) / (x * exp(theta * x) + delta))",
    summary: "softplus times x over x plus an exponential",
  },
  {
    name: "eis_2",
    params: { beta: { default: 1, min: 0.001, trainable: true } },
    formula: "softplus(x) * (x / sqrt(beta)) / sqrt((x / sqrt(beta))^2 + 1)",
    summary: "softplus times a soft sign",
  },
  {
    name: "eis_3",
    params: {
      delta: { default: 1.16, min: 0.001, trainable: true },
      theta: { default: 1, trainable: true },
    },
    formula: "x * sigmoid(theta * x - log(delta))",
    summary: "x times a sigmoid with learned slope and shift",
  },
]);
