import { definedFamily } from "./defined-family.js";

/** Bumps that derive from sigmoids. */
export const sigmoidBumps = definedFamily("radial", [
  {
    name: "sigmoid_derivative",
    formula: "sigmoid(x) * sigmoid(-x)",
    summary: "the slope of sigmoid: a bump of height 1/4",
  },
  {
    name: "cauchy",
    params: {
      odd: { default: 1, trainable: true, per: "layer" },
      even: { default: 1, trainable: true, per: "layer" },
      width: { default: 1, min: 0.001, trainable: true, per: "layer" },
    },
    formula: "(odd * x + even) / (x^2 + width^2)",
    summary: "a learned mixture of an even and an odd bump with heavy tails",
  },
  {
    name: "symmetric_gaussian",
    formula: "2 * exp(-x^2) - 1",
    summary: "a bump from -1 to 1",
  },
]);
