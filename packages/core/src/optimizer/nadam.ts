import { defineOptimizer } from "./optimizer.js";
import { decayingSquares } from "./squares.js";

/** 0.96^0.004: β₁ grows as 1 − 0.96^(0.004 · t) / 2. */
const PER_STEP = 0.9998367253526752;

/**
 * NAdam (Dozat 2016), in PyTorch's form: Adam's m and v; with μₜ = β₁ · (1 − 0.96^(0.004 · t) / 2) and Mₜ =
 * μ₁ · … · μₜ, w ← w − lr · ((1 − μₜ) / (1 − Mₜ) · g + μₜ₊₁ / (1 − Mₜ₊₁) · m) / (√v / √(1 − β₂ᵗ) + ε).
 */
export const nadam = defineOptimizer({
  name: "nadam",
  formula: "as adam, with Nesterov's look ahead: (1 − μₜ) · ĝ + μₜ₊₁ · m̂ in place of m̂",
  states: 2,
  reads: ["beta1", "beta2", "epsilon"],
  /** 0.96^(0.004 · t), Mₜ and β₂ᵗ. */
  running: [1, 1, 1],
  names: ["minus_gradient_size", "minus_moment_size", "root_correction"],
  numbers({ lr, settings: { beta1, beta2 }, running: [power = 1, product = 1, second = 1] }) {
    const grown = power * PER_STEP;
    const now = beta1 * (1 - 0.5 * grown);
    const next = beta1 * (1 - 0.5 * grown * PER_STEP);
    const running = [grown, product * now, second * beta2] as const;
    return {
      running,
      numbers: {
        minus_gradient_size: (-lr * (1 - now)) / (1 - running[1]),
        minus_moment_size: (-lr * next) / (1 - running[1] * next),
        root_correction: 1 / Math.sqrt(1 - running[2]),
      },
    };
  },
  update(a, { weight, gradient, states: [m0 = weight, v0 = weight], number, keep }, settings) {
    const { beta1, beta2, epsilon } = settings;
    const m = keep(a.madd(a.constant(beta1), m0, a.mul(a.constant(1 - beta1), gradient)));
    const v = keep(decayingSquares(a, { v: v0, gradient, beta: beta2 }));
    const root = a.madd(a.sqrt(v), number("root_correction"), a.constant(epsilon));
    const moved = a.madd(number("minus_gradient_size"), a.div(gradient, root), weight);
    return { weight: a.madd(number("minus_moment_size"), a.div(m, root), moved), states: [m, v] };
  },
});
