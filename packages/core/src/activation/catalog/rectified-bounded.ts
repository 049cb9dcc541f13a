import { definedFamily } from "./defined-family.js";

export const boundedRectifiers = definedFamily("rectified", [
  {
    name: "bounded_relu",
    params: { high: { default: 1, min: 0.001 } },
    formula: "min(max(x, 0), high)",
    summary: "relu held at high",
  },
  {
    name: "bounded_leaky_relu",
    params: { slope: { default: 0.01, min: 0 }, high: { default: 1, min: 0 } },
    formula: "x > high ? slope * (x - high) + high : x > 0 ? x : slope * x",
    summary: "x between 0 and high, a small slope outside",
  },
  {
    name: "squared_clipped_relu",
    formula: "min(max(x, 0), 1)^2",
    summary: "the square of relu held at 1",
  },
]);
