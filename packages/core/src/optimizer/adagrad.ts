import { defineOptimizer } from "./optimizer.js";

/** Adagrad (Duchi et al. 2011), in PyTorch's form: s ← s + g²; w ← w − lr · g / (√s + ε). */
export const adagrad = defineOptimizer({
  name: "adagrad",
  formula: "s ← s + g²; w ← w − lr · g / (√s + ε)",
  states: 1,
  reads: ["epsilon"],
  update(a, { weight, gradient, states: [s = weight], number, keep }, { epsilon }) {
    const sum = keep(a.madd(gradient, gradient, s));
    const step = a.div(gradient, a.add(a.sqrt(sum), a.constant(epsilon)));
    return { weight: a.madd(number("minus_rate"), step, weight), states: [sum] };
  },
});
