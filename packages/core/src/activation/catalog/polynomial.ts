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
  {
    name: "square",
    formula: "x^2",
    summary: "the square of x",
  },
  {
    name: "parameterized_cone",
    params: { height: { default: 1 }, center: { default: 1 }, power: { default: 1.5, min: 1 } },
    formula: "height - abs(x - center)^power",
    summary: "a peak at center that falls as a power on both sides",
  },
]);
