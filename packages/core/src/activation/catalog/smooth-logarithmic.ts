import { definedFamily } from "./defined-family.js";

/** Softplus with parameters, and logarithmic growth on both sides. */
export const logarithmicCurves = definedFamily("smooth", [
  {
    name: "parametric_softplus",
    params: { alpha: { default: 1.5 }, offset: { default: 0.6931471805599453 } },
    formula: "alpha * (softplus(x) - offset)",
    summary: "softplus moved down through 0 and stretched",
  },
  {
    name: "soft_plus_plus",
    params: { slope: { default: 1 }, divisor: { default: 2, min: 0.001 } },
    formula: "softplus(slope * x) + x / divisor - log(2)",
    summary: "softplus plus a line: two slopes joined smoothly, 0 at 0",
  },
  {
    name: "symlog",
    formula: "x < 0 ? -log(1 - x) : log(1 + x)",
    summary: "logarithm of the size, with the sign of x",
  },
  {
    name: "symexp",
    formula: "x < 0 ? 1 - exp(-x) : exp(x) - 1",
    summary: "the inverse of symlog: grows exponentially on both sides",
  },
  {
    name: "seagull",
    formula: "abs(x) < 1e9 ? log(1 + x^2) : 2 * log(abs(x))",
    summary: "even: a parabola near 0, logarithmic far out",
  },
  {
    name: "shifted_softplus",
    formula: "softplus(x) - log(2)",
    summary: "softplus moved down through 0",
  },
]);
