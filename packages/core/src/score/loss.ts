import type { SummedScore } from "./score-entry.js";

/** Mean loss of an example. */
export const loss = {
  name: "loss",
  title: "loss",
  unit: "loss",
  goal: "minimize",
  mayBeMissing: true,
  of: (totals, rows) => totals.loss / rows,
  diverged: () => Number.POSITIVE_INFINITY,
} as const satisfies SummedScore;
