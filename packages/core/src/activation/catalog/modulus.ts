import { definedFamily } from "./defined-family.js";

/** Smooth forms of |x| and their kin. */
export const modulus = definedFamily("smooth", [
  {
    name: "soft_modulus_q",
    formula: "abs(x) < 1 ? x^2 * (2 - abs(x)) : abs(x)",
    summary: "|x|, rounded by a polynomial between -1 and 1",
  },
  {
    name: "soft_modulus_t",
    params: { width: { default: 0.01, min: 0.001 } },
    formula: "x * tanh(x / width)",
    summary: "|x|, rounded by tanh within width of 0",
  },
  {
    name: "even_power_linear",
    params: { power: { default: 2, min: 1 } },
    formula: "abs(x) < 1 ? abs(x)^power / power : abs(x) - 1 + 1 / power",
    summary: "a power of |x| between -1 and 1, lines outside",
  },
  {
    name: "odd_power_linear",
    params: { power: { default: 3, min: 1 } },
    formula: "sign(x) * (abs(x) < 1 ? abs(x)^power / power : abs(x) - 1 + 1 / power)",
    summary: "an odd power of x between -1 and 1, lines outside",
  },
  {
    name: "signed_truncated_logarithm",
    params: { alpha: { default: 1, min: 0 } },
    formula: "alpha * (abs(x) <= 1 ? x : sign(x) * (1 + log(max(abs(x), 1))))",
    summary: "x between -1 and 1, a logarithm outside",
  },
]);
