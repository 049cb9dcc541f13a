import { classChance } from "../task/chance.js";
import type { SummedScore } from "./score-entry.js";

/** Share of examples whose largest output, the first of equal ones, is the label's. */
export const accuracy = {
  name: "accuracy",
  title: "accuracy",
  unit: "share",
  goal: "maximize",
  tasks: ["classification"],
  mayBeMissing: false,
  of: ({ correct }, rows) => correct / rows,
  diverged: (chance) => classChance(chance)?.commonest,
} as const satisfies SummedScore;
