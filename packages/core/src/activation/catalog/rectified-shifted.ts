import { definedFamily } from "./defined-family.js";

export const shiftedRectifiers = definedFamily("rectified", [
  {
    name: "shifted_relu",
    formula: "max(x, -1)",
    summary: "x above -1, else -1",
  },
  {
    name: "displaced_relu",
    params: { delta: { default: 0.05, min: 0 } },
    formula: "max(x, -delta)",
    summary: "relu moved by delta down the diagonal",
  },
  {
    name: "delay_relu",
    params: { delay: { default: 0.08, min: 0 } },
    formula: "max(x - delay, 0)",
    summary: "relu that starts at delay",
  },
  {
    name: "modified_leaky_relu",
    params: { alpha: { default: 0.1, min: 0 } },
    formula: "x > -alpha ? x : -alpha * x",
    summary: "x above -alpha, a slope of -alpha below",
  },
  {
    name: "flatted_t_swish",
    params: { shift: { default: -0.2 } },
    formula: "max(x, 0) * sigmoid(x) + shift",
    summary: "silu above 0, flat below, all moved by shift",
  },
  {
    name: "relu_swish",
    formula: "max(x, 0) * sigmoid(x)",
    summary: "silu above 0, else 0",
  },
  {
    name: "general_relu",
    params: {
      slope: { default: 0.1, min: 0 },
      shift: { default: 0.4 },
      high: { default: 6, min: 0.001 },
    },
    formula: "min((x > 0 ? x : slope * x) - shift, high)",
    summary: "leaky_relu moved down by shift and held at high",
  },
]);
