import { chanceOfTargets } from "./chance.js";
import type { TaskEntry } from "./task-entry.js";

/** Outputs are numbers, one for each target. */
export const regression = {
  name: "regression",
  target: "numbers",
  networks: "a regression (train.target: numbers)",
  lacks: "its outputs are numbers, not classes",
  losses: ["mse", "mae", "huber"],
  rankBy: "rmse",
  outputs: ({ targets }) => targets?.names.length ?? 0,
  chance: (card, loss) => chanceOfTargets(card, loss),
} as const satisfies TaskEntry;
