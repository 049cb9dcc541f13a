import { definedFamily } from "./defined-family.js";

export const exponentialGrowth = definedFamily("exponential", [
  {
    name: "comb_h_sine",
    params: { scale: { default: 1 } },
    formula: "sinh(scale * x) + asinh(scale * x)",
    summary: "hyperbolic sine plus its inverse: odd, exponential on both sides",
  },
  {
    name: "hyper_sinh",
    // sinh(x) by half its argument, x^3 / 4 by half of x: neither overflows before its value does.
    formula: "x > 0 ? 2 / 3 * sinh(x / 2) * cosh(x / 2) : x * (x / 2)^2",
    summary: "a third of sinh above 0, a quarter of the cube below",
  },
  {
    name: "negative_exponential",
    formula: "exp(-x)",
    summary: "e to the power -x: falling",
  },
  {
    name: "e_tanh",
    params: { scale: { default: 1 } },
    // exp(x) tanh(x) = exp(x) - sech(x), whose slope does not overflow before its value does.
    formula: "scale * (exp(x) - 1 / cosh(x))",
    summary: "tanh times e to the power x: a shallow dip, then exponential growth",
  },
]);
