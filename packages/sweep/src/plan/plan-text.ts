import type { PlannedTrial } from "@actbench/core";

/** `plan.jsonl`: one line per trial. */
export function planText(plan: readonly PlannedTrial[]): string {
  return plan.map((trial) => `${JSON.stringify(trial)}\n`).join("");
}
