import { defineOptimizer } from "./optimizer.js";

/** Gradient descent with momentum, in PyTorch's form: v ← m · v + g; w ← w − lr · v. */
export const momentum = defineOptimizer({
  name: "momentum",
  formula: "v ← m · v + g; w ← w − lr · v",
  states: 1,
  reads: ["momentum"],
  momentum: 0.9,
  update(a, { weight, gradient, states: [v = weight], number, keep }, settings) {
    const next = keep(a.madd(a.constant(settings.momentum), v, gradient));
    return { weight: a.madd(number("minus_rate"), next, weight), states: [next] };
  },
});
