import {
  type Arithmetic,
  defineOptimizer,
  type OptimizerSettings,
  type Parameter,
  type Updated,
} from "./optimizer.js";
import { decayingSquares } from "./squares.js";

const ADAM = {
  states: 2,
  reads: ["beta1", "beta2", "epsilon"],
  /** β₁ᵗ and β₂ᵗ. */
  running: [1, 1],
  names: ["minus_step_size", "root_correction"],
  numbers: ({
    lr,
    settings: { beta1, beta2 },
    running: [first = 1, second = 1],
  }: {
    readonly lr: number;
    readonly settings: OptimizerSettings;
    readonly running: readonly number[];
  }) => {
    const running = [first * beta1, second * beta2] as const;
    return {
      running,
      numbers: { minus_step_size: -lr / (1 - running[0]), root_correction: 1 / Math.sqrt(1 - running[1]) },
    };
  },
} as const;

function updateAdam<T>(
  a: Arithmetic<T>,
  { weight, gradient, states: [m0 = weight, v0 = weight], number, keep }: Parameter<T>,
  { beta1, beta2, epsilon }: OptimizerSettings,
): Updated<T> {
  const m = keep(a.madd(a.constant(beta1), m0, a.mul(a.constant(1 - beta1), gradient)));
  const v = keep(decayingSquares(a, { v: v0, gradient, beta: beta2 }));
  const root = a.madd(a.sqrt(v), number("root_correction"), a.constant(epsilon));
  return { weight: a.madd(number("minus_step_size"), a.div(m, root), weight), states: [m, v] };
}

/**
 * Adam (Kingma and Ba 2015, arXiv:1412.6980), in PyTorch's form: m ← β₁ · m + (1 − β₁) · g; v ← β₂ · v + (1 −
 * β₂) · g²; w ← w − lr / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε).
 */
export const adam = defineOptimizer({
  ...ADAM,
  name: "adam",
  formula: "m ← β₁ · m + (1 − β₁) · g; v ← β₂ · v + (1 − β₂) · g²; w ← w − lr · m̂ / (√v̂ + ε)",
  update: updateAdam,
});

/**
 * AdamW (Loshchilov and Hutter 2019, arXiv:1711.05101): Adam on a weight that has shrunk by 1 − lr ·
 * weight_decay.
 */
export const adamw = defineOptimizer({
  ...ADAM,
  name: "adamw",
  formula: "w ← w · (1 − lr · weight_decay), then as adam",
  decoupled: true,
  update: updateAdam,
});
