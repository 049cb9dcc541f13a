import { defineOptimizer } from "./optimizer.js";

/** Nesterov's momentum, in PyTorch's form: v ← m · v + g; w ← w − lr · (g + m · v). */
export const nesterov = defineOptimizer({
  name: "nesterov",
  formula: "v ← m · v + g; w ← w − lr · (g + m · v)",
  states: 1,
  reads: ["momentum"],
  momentum: 0.9,
  update(a, { weight, gradient, states: [v = weight], number, keep }, settings) {
    const m = a.constant(settings.momentum);
    const next = keep(a.madd(m, v, gradient));
    return { weight: a.madd(number("minus_rate"), a.madd(m, next, gradient), weight), states: [next] };
  },
});
