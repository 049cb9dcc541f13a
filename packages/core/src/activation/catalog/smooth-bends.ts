import { definedFamily } from "./defined-family.js";

export const smoothBends = definedFamily("smooth", [
  {
    name: "bi_firing",
    params: { smoothing: { default: 1, min: 0.001 } },
    formula: "abs(x) > smoothing ? abs(x) - smoothing / 2 : x^2 / (2 * smoothing)",
    summary: "|x| with a parabola in place of the corner",
  },
  {
    name: "bounded_bi_firing",
    params: { smoothing: { default: 1, min: 0.001 }, bound: { default: 5, min: 0.001 } },
    formula: "min(abs(x) > smoothing ? abs(x) - smoothing / 2 : x^2 / (2 * smoothing), bound)",
    summary: "bi_firing held at bound: a bell upside down",
  },
  {
    name: "m_arcsinh",
    // Without the guard the slope at 0 is 0 times that of the root, which is infinite.
    formula: "x == 0 ? 0 : asinh(x) * sqrt(abs(x)) / 12",
    summary: "asinh weighted by the root of |x|: flat at 0, odd, unbounded",
  },
  {
    name: "arctid",
    formula: "atan(x)^2 - x",
    summary: "the square of arctan less x: falling, bent around 0",
  },
  {
    name: "hclsh",
    formula: `x >= 0
      ? x + log1p(expm1(-2 * x) / 2 + x * (exp(-x / 2) + exp(-1.5 * x)) / 2)
      : log1p(expm1(2 * x) / 2)`,
    summary: "near x above 0, saturating at -log(2) below, without a kink",
  },
  {
    name: "smooth_activation_unit",
    params: {
      slope: { default: 0.15, trainable: true, per: "layer" },
      sharpness: { default: 1, min: 0.001, trainable: true, per: "layer" },
    },
    formula: `slope * x + (1 - slope) * (x * erfc(-sharpness * x / sqrt(2)) / 2
      + exp(-(sharpness * x)^2 / 2) / (sharpness * sqrt(2 * pi)))`,
    summary: "leaky relu smoothed by a Gaussian; slope and sharpness trained",
  },
  {
    name: "smooth_maximum_unit",
    params: {
      slope: { default: 0.25 },
      sharpness: { default: 2.5, min: 0, trainable: true, per: "layer" },
    },
    formula: "slope * x + (1 - slope) * x * erfc(-sharpness * (1 - slope) * x) / 2",
    summary: "leaky relu by a smooth maximum with a trained sharpness",
  },
]);
