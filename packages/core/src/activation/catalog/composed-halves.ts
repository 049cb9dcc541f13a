import { definedFamily } from "./defined-family.js";

/** One function above 0 and another below. */
export const composedHalves = definedFamily("composed", [
  {
    name: "bipolar_sigmoid_tanh",
    formula: "x >= 0 ? tanh(x / 2) : tanh(x)",
    summary: "bipolar_sigmoid above 0, tanh below",
  },
  {
    name: "rectified_bipolar_sigmoid",
    formula: "tanh(max(x, 0) / 2)",
    summary: "bipolar_sigmoid above 0, else 0",
  },
  {
    name: "rectified_tanh",
    formula: "max(tanh(x), 0)",
    summary: "tanh above 0, else 0",
  },
  {
    name: "bipolar_sigmoid_linear",
    params: { slope: { default: 0.5, min: 0 } },
    formula: "x >= 0 ? tanh(x / 2) : slope * x",
    summary: "bipolar_sigmoid above 0, a line below",
  },
  {
    name: "tanh_linear",
    params: { slope: { default: 1, min: 0 } },
    formula: "x >= 0 ? tanh(x) : slope * x",
    summary: "tanh above 0, a line below",
  },
  {
    name: "nipuna",
    params: { beta: { default: 1, min: 0 } },
    formula: "max(x, x * sigmoid(beta * x))",
    summary: "x above 0, swish below",
  },
]);
