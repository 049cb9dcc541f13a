import { definedFamily } from "./defined-family.js";

export const polynomial = definedFamily("polynomial", [
  {
    name: "non_monotonic_cubic_unit",
    formula: "x - x^3",
    summary: "x less its cube: two turns around 0, falling on both sides",
  },
  {
    name: "triple",
    params: { scale: { default: 1 } },
    formula: "scale * x^3",
    summary: "the cube of x",
  },
  {
    name: "shifted_quadratic_unit",
    formula: "x^2 + x",
    summary: "a parabola through 0 and -1",
  },
]);
