import { definedFamily } from "./defined-family.js";

/** Sigmoids without exponentials, and those that are bounded in other ways. */
export const algebraicSigmoids = definedFamily("sigmoidal", [
  {
    name: "elliott",
    formula: "0.5 * x / (1 + abs(x)) + 0.5",
    summary: "softsign moved to run from 0 to 1",
  },
  {
    name: "modified_elliott",
    formula: "x / sqrt(1 + x^2) + 0.5",
    summary: "isru moved up by a half, from -1/2 to 3/2",
  },
  {
    name: "rootsig",
    params: { slope: { default: 1 } },
    formula: "slope * x / (1 + sqrt(1 + (slope * x)^2))",
    summary: "half as steep as isru at 0, from -1 to 1",
  },
  {
    name: "mishra",
    formula: "0.5 * (x / (1 + abs(x)))^2 + 0.5 * x / (1 + abs(x))",
    summary: "the mean of softsign and its square, from -1/8 to 1",
  },
  {
    name: "arctan_golden",
    params: { divisor: { default: 1.618033988749895, min: 0.001 } },
    formula: "atan(x) / divisor",
    summary: "arctan over the golden ratio, from -0.97 to 0.97",
  },
  {
    name: "smooth_step",
    params: { width: { default: 1, min: 0.001 } },
    formula: "x <= -width / 2 ? 0 : x >= width / 2 ? 1 : 0.5 + 1.5 * (x / width) - 2 * (x / width)^3",
    summary: "a cubic from 0 to 1 within width, flat outside",
  },
  {
    name: "soft_clipping",
    params: { sharpness: { default: 50, min: 0.001 } },
    formula: "log((1 + exp(sharpness * x)) / (1 + exp(sharpness * (x - 1)))) / sharpness",
    summary: "x held between 0 and 1 with rounded corners",
  },
  {
    name: "soft_root_sign",
    params: {
      alpha: { default: 2, min: 1.2, trainable: true, per: "layer" },
      beta: { default: 3, min: 0.01, max: 3.2, trainable: true, per: "layer" },
    },
    formula: "x / (x / alpha + exp(-x / beta))",
    summary: "rises to alpha above 0, dips and returns to 0 below",
  },
  {
    name: "sinc_sigmoid",
    formula:
      "x < -3 ? 1 - sigmoid(x)^2 / 6 * (1 - sigmoid(x)^2 / 20 * (1 - sigmoid(x)^2 / 42))" +
      " : sin(sigmoid(x)) / sigmoid(x)",
    summary: "sinc of sigmoid: falls from 1 to 0.84",
  },
  {
    name: "elliott2",
    formula: "abs(x) < 1 ? x * abs(x) / (1 + x^2) : x / (abs(x) + 1 / abs(x))",
    summary: "flat at 0, then up to 1 and down to -1, faster than softsign",
  },
]);
