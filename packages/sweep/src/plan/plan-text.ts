import type { PlannedTrial } from "@actbench/core/internal";

/** `plan.jsonl`: one line per trial. */
export function planText(plan: readonly PlannedTrial[]): string {
  return plan.map((trial) => `${JSON.stringify(trial)}\n`).join("");
}
