import { definedFamily } from "./defined-family.js";

export const smooth = definedFamily("smooth", [
  {
    name: "softplus",
    formula: "softplus(x)",
    summary: "a smooth relu, log(1 + exp(x))",
  },
  // Below 0 the sum of x and the root would cancel; there it is b over their difference.
  {
    name: "squareplus",
    params: { b: { default: 4, min: 0.001 } },
    formula: "x > 0 ? 0.5 * (x + sqrt(x^2 + b)) : 0.5 * b / (sqrt(x^2 + b) - x)",
    summary: "a smooth relu without exponentials, (x + sqrt(x^2 + b)) / 2",
  },
  {
    name: "sparse_plus",
    formula: "x <= -1 ? 0 : x <= 1 ? 0.25 * (x + 1)^2 : x",
    summary: "0 below -1, x above 1, a parabola between",
  },
  {
    name: "bent_identity",
    formula: "0.5 * (sqrt(x^2 + 1) - 1) + x",
    summary: "a line that bends from slope 1/2 to 3/2",
  },
  {
    name: "isrlu",
    params: { alpha: { default: 1, min: 0 } },
    formula: "x > 0 ? x : x / sqrt(1 + alpha * x^2)",
    summary: "x above 0, isru below",
  },
]);
