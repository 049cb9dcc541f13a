import { definedFamily } from "./defined-family.js";

export const sigmoidal = definedFamily("sigmoidal", [
  {
    name: "sigmoid",
    formula: "sigmoid(x)",
    summary: "the logistic function, from 0 to 1",
  },
  {
    name: "tanh",
    formula: "tanh(x)",
    summary: "hyperbolic tangent, from -1 to 1",
  },
  {
    name: "softsign",
    formula: "x / (1 + abs(x))",
    summary: "x over 1 + |x|, slower to saturate than tanh",
  },
  {
    name: "log_sigmoid",
    formula: "-softplus(-x)",
    summary: "the logarithm of sigmoid, below 0",
  },
  {
    name: "arctan",
    formula: "atan(x)",
    summary: "arc tangent, from -pi/2 to pi/2",
  },
  {
    name: "isru",
    params: { alpha: { default: 1, min: 0 } },
    formula: "x / sqrt(1 + alpha * x^2)",
    summary: "inverse square root unit",
  },
]);
