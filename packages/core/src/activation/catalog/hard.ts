import { definedFamily } from "./defined-family.js";

export const hard = definedFamily("hard", [
  // min(max(x, …), …) has the slope of PyTorch's hardtanh, hardsigmoid and hardswish: 0 at the ends,
  // where clamp has 1.
  {
    name: "hardtanh",
    params: { low: { default: -1 }, high: { default: 1 } },
    constraints: ["low < high"],
    formula: "min(max(x, low), high)",
    summary: "x held between low and high",
  },
  {
    name: "hardsigmoid",
    formula: "0.16666666666666666 * min(max(x + 3, 0), 6)",
    summary: "sigmoid by three straight pieces",
  },
  {
    name: "hardswish",
    formula: "x * (0.16666666666666666 * min(max(x + 3, 0), 6))",
    summary: "x times hardsigmoid",
  },
  // Written from inside, so that NaN stays NaN.
  {
    name: "hardshrink",
    params: { lambda: { default: 0.5, min: 0 } },
    formula: "abs(x) <= lambda ? 0 : x",
    summary: "0 within lambda of 0, else x",
  },
  {
    name: "softshrink",
    params: { lambda: { default: 0.5, min: 0 } },
    formula: "abs(x) <= lambda ? 0 : x > 0 ? x - lambda : x + lambda",
    summary: "0 within lambda of 0, else x moved towards 0 by lambda",
  },
  {
    name: "sparse_sigmoid",
    formula: "0.5 * min(max(x + 1, 0), 2)",
    summary: "0 below -1, 1 above 1, a line between",
  },
]);
