import { definedFamily } from "./defined-family.js";

/** Sigmoids built from the logistic function: stretched, moved, added up. */
export const logisticSigmoids = definedFamily("sigmoidal", [
  {
    name: "scaled_sigmoid",
    formula: "2 * tanh(x / 2)",
    summary: "sigmoid stretched to slope 1 at 0, from -2 to 2",
  },
  {
    name: "bipolar_sigmoid",
    formula: "tanh(x / 2)",
    summary: "sigmoid stretched to run from -1 to 1",
  },
  {
    name: "shifted_scaled_sigmoid",
    params: { slope: { default: 0.02 }, shift: { default: 600 } },
    formula: "sigmoid(slope * (x - shift))",
    summary: "sigmoid around shift with a slope of its own",
  },
  {
    name: "variant_sigmoid",
    params: { scale: { default: 1 }, slope: { default: 1 }, offset: { default: 0.5 } },
    formula: "scale * sigmoid(slope * x) - offset",
    summary: "sigmoid with a range, a slope and an offset to choose",
  },
  {
    name: "bimodal_sigmoid",
    params: { shift: { default: 4 } },
    formula: "0.5 * (sigmoid(x) + sigmoid(x + shift))",
    summary: "the mean of two sigmoids, steep at 0 and at -shift",
  },
  {
    name: "multistate_sigmoid",
    params: { offset: { default: 0 }, first: { default: 0 }, second: { default: 4 } },
    constraints: ["first < second"],
    formula: "offset + sigmoid(x - first) + sigmoid(x - second)",
    summary: "two sigmoids on each other: a stair of three levels",
  },
  {
    name: "symmetrical_multistate_sigmoid",
    params: { shift: { default: -4, max: 0 } },
    formula: "sigmoid(x) + sigmoid(x + shift) - 1",
    summary: "a stair of the levels -1, 0 and 1",
  },
  {
    name: "triple_state_sigmoid",
    params: { first: { default: 20 }, second: { default: 40 } },
    constraints: ["first < second"],
    formula: "sigmoid(x) * (sigmoid(x) + sigmoid(x - first) + sigmoid(x - second))",
    summary: "a stair of the levels 0, 1, 2 and 3",
  },
  {
    name: "improved_logistic_sigmoid",
    params: { slope: { default: 0.2, min: 0 }, threshold: { default: 2, min: 0 } },
    formula:
      "abs(x) < threshold ? sigmoid(x)" +
      " : x > 0 ? slope * (x - threshold) + sigmoid(threshold)" +
      " : slope * (x + threshold) + sigmoid(-threshold)",
    summary: "sigmoid near 0, straight lines beyond the threshold",
  },
  {
    name: "siglin",
    params: { slope: { default: 0.1 } },
    formula: "sigmoid(x) + slope * x",
    summary: "sigmoid plus a line, so that it never saturates",
  },
  {
    name: "sigmoid_algebraic",
    params: { alpha: { default: 1, min: 0 } },
    formula: "sigmoid(x / (abs(x) + 1 / (1 + alpha * abs(x))))",
    summary: "sigmoid of a softsign, from 0.27 to 0.73",
  },
  {
    name: "exponential_swish",
    formula: "sigmoid(-x)",
    summary: "sigmoid mirrored: falls from 1 to 0",
  },
  {
    name: "adaptive_parametric",
    params: {
      kappa: { default: 1, trainable: true, per: "layer" },
      lambda: { default: 0.5, min: 0.001, trainable: true, per: "layer" },
    },
    formula: "exp(-softplus(log(lambda) - kappa * x) / lambda)",
    summary: "generalized logistic with learned slope and skewness",
  },
  {
    name: "steepened_sigmoid",
    params: { slope: { default: 4.9 } },
    formula: "sigmoid(slope * x)",
    summary: "sigmoid almost five times as steep",
  },
]);
