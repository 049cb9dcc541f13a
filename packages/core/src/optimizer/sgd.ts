import { defineOptimizer } from "./optimizer.js";

/** Stochastic gradient descent: w ← w − lr · g. */
export const sgd = defineOptimizer({
  name: "sgd",
  formula: "w ← w − lr · g",
  states: 0,
  reads: [],
  update: (a, { weight, gradient, number }) => ({
    weight: a.madd(number("minus_rate"), gradient, weight),
    states: [],
  }),
});
