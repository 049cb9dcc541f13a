import { meanChance } from "../task/chance.js";
import type { SummedScore } from "./score-entry.js";
import { meanOf } from "./target-means.js";

/** Mean absolute error over examples and targets, in the targets' own unit. */
export const mae = {
  name: "mae",
  title: "MAE",
  unit: "error",
  goal: "minimize",
  tasks: ["regression"],
  mayBeMissing: true,
  of: ({ errors }, rows) => meanOf(errors?.absolutes, rows),
  diverged: (chance) => meanChance(chance)?.mae,
} as const satisfies SummedScore;
