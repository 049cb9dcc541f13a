import { definedFamily } from "./defined-family.js";

export const gatedRectifiers = definedFamily("gated", [
  {
    name: "dual_relu",
    inputs: 2,
    formula: "max(x1, 0) - max(x2, 0)",
    summary: "the relu of one pre-activation less that of another",
  },
  {
    name: "dual_elu",
    inputs: 2,
    params: { alpha: { default: 1, min: 0 } },
    formula: "(x1 > 0 ? x1 : alpha * expm1(x1)) - (x2 > 0 ? x2 : alpha * expm1(x2))",
    summary: "the elu of one pre-activation less that of another",
  },
  {
    name: "pairwise_clipped_relu",
    inputs: 2,
    formula: "min(max(x1, 0), 1) * min(max(x2, 0), 1)",
    summary: "two pre-activations, each held between 0 and 1, multiplied",
  },
]);
