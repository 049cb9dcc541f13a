import { definedFamily } from "./defined-family.js";

export const trainedRectifiers = definedFamily("rectified", [
  {
    name: "positive_prelu",
    params: { slope: { default: 1, trainable: true, per: "unit" } },
    formula: "slope * max(x, 0)",
    summary: "relu whose slope is trained",
  },
  {
    name: "react_prelu",
    params: {
      shift_in: { default: 0, trainable: true, per: "unit" },
      shift_out: { default: 0, trainable: true, per: "unit" },
      slope: { default: 0.25, trainable: true, per: "unit" },
    },
    formula: "(x > shift_in ? x - shift_in : slope * (x - shift_in)) + shift_out",
    summary: "prelu moved along both axes, all three parameters trained",
  },
  {
    name: "leaky_learnable_relu",
    params: { scale: { default: 1, trainable: true, per: "unit" }, slope: { default: 0.01 } },
    formula: "scale * (x > 0 ? x : slope * x)",
    summary: "leaky_relu times a trained scale",
  },
  {
    name: "parametric_rectified_exponential_unit",
    params: {
      alpha: { default: 1, trainable: true, per: "unit" },
      beta: { default: 1, min: 0, trainable: true, per: "unit" },
    },
    formula: "alpha * x * exp(beta * min(x, 0))",
    summary: "a line above 0, x times a falling exponential below, both trained",
  },
  {
    name: "flexible_relu",
    params: { shift: { default: 0, trainable: true, per: "layer" } },
    formula: "max(x, 0) + shift",
    summary: "relu plus a trained shift",
  },
  {
    name: "adaptive_shifted_relu",
    params: {
      slope: { default: 1, trainable: true, per: "unit" },
      shift: { default: 0, trainable: true, per: "unit" },
    },
    formula: "slope * max(x, 0) + shift",
    summary: "relu with a trained slope and a trained shift",
  },
  {
    name: "star_relu",
    params: {
      scale: { default: 0.8944, trainable: true, per: "layer" },
      shift: { default: -0.4472, trainable: true, per: "layer" },
    },
    formula: "scale * max(x, 0)^2 + shift",
    summary: "the square of relu, scaled and shifted to mean 0 and variance 1",
  },
  {
    name: "attention_relu",
    params: {
      alpha: { default: 0.9, trainable: true, per: "layer" },
      beta: { default: 2, trainable: true, per: "layer" },
    },
    formula: "x > 0 ? (1 + sigmoid(beta)) * x : clamp(alpha, 0.01, 0.99) * x",
    summary: "slope between 1 and 2 above 0, between 0.01 and 0.99 below, trained",
  },
  {
    name: "dual_parametric_relu",
    params: {
      positive_slope: { default: 1, trainable: true, per: "unit" },
      negative_slope: { default: 0.01, trainable: true, per: "unit" },
    },
    formula: "x > 0 ? positive_slope * x : negative_slope * x",
    summary: "two lines that meet at 0, both slopes trained",
  },
  {
    name: "dual_line",
    params: {
      positive_slope: { default: 1, trainable: true, per: "unit" },
      negative_slope: { default: 0.01, trainable: true, per: "unit" },
      shift: { default: -0.22, trainable: true, per: "unit" },
    },
    formula: "(x > 0 ? positive_slope * x : negative_slope * x) + shift",
    summary: "two lines that meet at x = 0, both slopes and the shift trained",
  },
  {
    name: "pilu",
    params: {
      positive_slope: { default: 1, trainable: true, per: "unit" },
      negative_slope: { default: 0.01, trainable: true, per: "unit" },
      knot: { default: 1, trainable: true, per: "unit" },
    },
    formula: "(x > knot ? positive_slope * (x - knot) : negative_slope * (x - knot)) + knot",
    summary: "two lines that meet on the diagonal at a trained knot, slopes trained",
  },
  {
    name: "elastic_prelu",
    params: {
      slope: { default: 0.25, trainable: true, per: "unit" },
      spread: { default: 0.1, min: 0, max: 1 },
    },
    // In evaluation `noise` is its mean, so the slope above 0 is 1.
    formula: "x > 0 ? (1 + spread * (2 * noise - 1)) * x : slope * x",
    summary: "prelu with a random slope above 0 in training, 1 in evaluation",
  },
  {
    name: "ptelu",
    params: {
      alpha: { default: 1, min: 0, trainable: true, per: "unit" },
      beta: { default: 1, min: 0, trainable: true, per: "unit" },
    },
    formula: "x > 0 ? x : alpha * tanh(beta * x)",
    summary: "x above 0, a tanh below whose depth and steepness are trained",
  },
]);
