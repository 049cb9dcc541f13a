import { definedFamily } from "./defined-family.js";

export const rectified = definedFamily("rectified", [
  {
    name: "relu",
    formula: "max(x, 0)",
    summary: "x above 0, else 0",
  },
  {
    name: "leaky_relu",
    params: { alpha: { default: 0.01 } },
    formula: "x > 0 ? x : alpha * x",
    summary: "x above 0, a small slope alpha below",
  },
  {
    name: "prelu",
    params: { alpha: { default: 0.25, trainable: true, per: "layer" } },
    formula: "x > 0 ? x : alpha * x",
    summary: "leaky_relu whose slope is learned",
  },
  // In evaluation `noise` is its mean, so the slope below 0 is (lower + upper) / 2.
  {
    name: "rrelu",
    params: { lower: { default: 1 / 8, min: 0 }, upper: { default: 1 / 3, min: 0 } },
    constraints: ["lower <= upper"],
    formula: "x > 0 ? x : (lower + (upper - lower) * noise) * x",
    summary: "leaky_relu with a random slope in training, its mean in evaluation",
  },
  {
    name: "relu6",
    formula: "min(max(x, 0), 6)",
    summary: "relu held at 6",
  },
  {
    name: "squared_relu",
    formula: "max(x, 0)^2",
    summary: "the square of relu",
  },
  // Written from below, so that NaN stays NaN.
  {
    name: "threshold",
    params: { theta: { default: 0 }, value: { default: 0 } },
    formula: "x <= theta ? value : x",
    summary: "x above theta, else a fixed value",
  },
]);
