import { definedFamily } from "./defined-family.js";

export const periodic = definedFamily("periodic", [
  {
    name: "sin",
    params: { omega: { default: 1 } },
    formula: "sin(omega * x)",
    summary: "sine of omega x",
  },
  {
    name: "snake",
    params: { alpha: { default: 1, min: 0.001 } },
    formula: "x + sin(alpha * x)^2 / alpha",
    summary: "x plus a sine squared: grows and repeats",
  },
]);
