import { definedFamily } from "./defined-family.js";

/** Steps, whose slope is 0 everywhere, and functions that are held at a bound. */
export const hardSteps = definedFamily("hard", [
  {
    name: "binary_step",
    formula: "min(sign(x) + 1, 1)",
    summary: "1 from 0 on, else 0; its slope is 0 everywhere",
  },
  {
    name: "sign",
    formula: "sign(x)",
    summary: "-1 below 0, 1 above; its slope is 0 everywhere",
  },
  {
    name: "clipped_gelu",
    params: { low: { default: -10 }, high: { default: 10 } },
    constraints: ["low < high"],
    formula: "min(max(0.5 * x * (1 + erf(x / sqrt(2))), low), high)",
    summary: "gelu held between low and high",
  },
  {
    name: "parameterized_clipping",
    params: { alpha: { default: 10, min: 0.001, trainable: true, per: "layer" } },
    formula: "min(max(x, 0), alpha)",
    summary: "relu held at a learned bound",
  },
]);
