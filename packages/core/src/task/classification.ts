import { chanceOfClasses } from "./chance.js";
import type { TaskEntry } from "./task-entry.js";

/** Outputs are classes, one each. */
export const classification = {
  name: "classification",
  target: "label",
  networks: "a classifier (train.target: label)",
  lacks: "its outputs are classes",
  losses: ["cross_entropy", "mse"],
  rankBy: "accuracy",
  outputs: ({ classes }) => classes,
  chance: (card, loss) => chanceOfClasses(card, { entropy: loss === "cross_entropy" }),
} as const satisfies TaskEntry;
