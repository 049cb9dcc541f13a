import { meanChance } from "../task/chance.js";
import type { SummedScore } from "./score-entry.js";

/**
 * 1 − Σ(prediction − value)² / Σ(value − mean)² of the scored examples, the mean over targets: `r2_score` of
 * scikit-learn, also where a target has one value in all of them: 1 where every prediction is right, else 0.
 */
export const r2 = {
  name: "r2",
  title: "R²",
  unit: "r2",
  goal: "maximize",
  tasks: ["regression"],
  mayBeMissing: true,
  of({ errors }) {
    if (errors === undefined) return Number.NaN;
    let sum = 0;
    errors.squares.forEach((squares, target) => {
      const spread = errors.spreads[target] as number;
      if (spread > 0) sum += 1 - squares / spread;
      else sum += squares === 0 ? 1 : squares > 0 ? 0 : Number.NaN;
    });
    return sum / errors.squares.length;
  },
  diverged: (chance) => meanChance(chance) && 0,
} as const satisfies SummedScore;
