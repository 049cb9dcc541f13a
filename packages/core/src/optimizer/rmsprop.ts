import { defineOptimizer } from "./optimizer.js";
import { decayingSquares } from "./squares.js";

/** RMSprop (Hinton 2012), in PyTorch's form: v ← β₂ · v + (1 − β₂) · g²; w ← w − lr · g / (√v + ε). */
export const rmsprop = defineOptimizer({
  name: "rmsprop",
  formula: "v ← β₂ · v + (1 − β₂) · g²; w ← w − lr · g / (√v + ε)",
  states: 1,
  reads: ["beta2", "epsilon"],
  update(a, { weight, gradient, states: [v = weight], number, keep }, { beta2, epsilon }) {
    const next = keep(decayingSquares(a, { v, gradient, beta: beta2 }));
    const step = a.div(gradient, a.add(a.sqrt(next), a.constant(epsilon)));
    return { weight: a.madd(number("minus_rate"), step, weight), states: [next] };
  },
});
