import { definedFamily } from "./defined-family.js";

export const exponential = definedFamily("exponential", [
  {
    name: "elu",
    params: { alpha: { default: 1, min: 0 } },
    formula: "x > 0 ? x : alpha * expm1(x)",
    summary: "x above 0, saturating at -alpha below",
  },
  {
    name: "celu",
    params: { alpha: { default: 1, min: 0.001 } },
    formula: "x > 0 ? x : alpha * expm1(x / alpha)",
    summary: "elu with a slope without a jump for every alpha",
  },
  {
    name: "selu",
    formula: "1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * expm1(x))",
    summary: "elu scaled to keep mean 0 and variance 1 at initialization",
  },
  {
    name: "exponential",
    formula: "exp(x)",
    summary: "e to the power x",
  },
  {
    name: "gaussian",
    formula: "exp(-x^2)",
    summary: "a bump around 0, exp(-x^2)",
  },
]);
