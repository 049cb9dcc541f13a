import { meanChance } from "../task/chance.js";
import type { SummedScore } from "./score-entry.js";
import { meanOf } from "./target-means.js";

/** Root of the mean squared error over examples and targets, in the targets' own unit. */
export const rmse = {
  name: "rmse",
  title: "RMSE",
  unit: "error",
  goal: "minimize",
  tasks: ["regression"],
  mayBeMissing: true,
  of: ({ errors }, rows) => Math.sqrt(meanOf(errors?.squares, rows)),
  diverged: (chance) => meanChance(chance)?.rmse,
} as const satisfies SummedScore;
