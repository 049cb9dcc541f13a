import { definedFamily } from "./defined-family.js";

export const periodicRectifiers = definedFamily("periodic", [
  {
    name: "sine_relu",
    params: { epsilon: { default: 0.0025, min: 0 } },
    formula: "max(epsilon * (sin(x) - cos(x)), x)",
    summary: "x above 0, a small wave below",
  },
  {
    name: "minsin",
    formula: "min(x, sin(x))",
    summary: "sine above 0, x below",
  },
  {
    name: "variational_linear_unit",
    params: { alpha: { default: 1 }, beta: { default: 1 } },
    formula: "max(x, 0) + alpha * sin(beta * x)",
    summary: "relu plus a wave",
  },
]);
