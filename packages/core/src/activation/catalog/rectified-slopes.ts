import { definedFamily } from "./defined-family.js";

export const slopedRectifiers = definedFamily("rectified", [
  {
    name: "very_leaky_relu",
    formula: "x > 0 ? x : 0.3333333333333333 * x",
    summary: "x above 0, a third of it below",
  },
  {
    name: "optimized_leaky_relu",
    params: { lower: { default: 1 / 8, min: 0 }, upper: { default: 1 / 3, min: 0 } },
    constraints: ["lower < upper"],
    formula: "x > 0 ? x : exp(-(upper + lower) / (upper - lower)) * x",
    summary: "leaky_relu whose slope follows from the bounds of rrelu",
  },
  // In evaluation `noise` is its mean, as in rrelu.
  {
    name: "softsign_rrelu",
    params: { lower: { default: 1 / 8, min: 0 }, upper: { default: 1 / 3, min: 0 } },
    constraints: ["lower <= upper"],
    formula: "(1 + abs(x))^(-2) + (x > 0 ? x : (lower + (upper - lower) * noise) * x)",
    summary: "rrelu plus a bump at 0, the slope of softsign",
  },
  {
    name: "elastic_relu",
    params: { alpha: { default: 0.1, min: 0, max: 1 } },
    formula: "(1 + alpha * (2 * noise - 1)) * max(x, 0)",
    summary: "relu with a random slope in training, relu in evaluation",
  },
  {
    name: "sloped_relu",
    params: { slope: { default: 2, min: 0 } },
    formula: "slope * max(x, 0)",
    summary: "relu with another slope above 0",
  },
  {
    name: "absolute_linear_unit",
    params: { alpha: { default: 0.01, min: 0 } },
    formula: "x > 0 ? x : -alpha * x",
    summary: "x above 0, a small rise to the left below",
  },
  {
    name: "quantum_relu",
    formula: "x > 0 ? x : -1.99 * x",
    summary: "x above 0, a slope of -1.99 below",
  },
  {
    name: "modified_quantum_relu",
    formula: "x > 0 ? x : -0.99 * x",
    summary: "x above 0, a slope of -0.99 below: nearly |x|",
  },
  {
    name: "li_relu",
    params: { alpha: { default: 0.1 } },
    formula: "max(x, 0) + alpha * x",
    summary: "relu plus a line of slope alpha",
  },
]);
