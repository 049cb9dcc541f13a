import { type ActivationSpec, isCode } from "@actbench/core/internal";

/** What is said before activations that are code are trained. */
export function codeRemarks(activations: readonly ActivationSpec[]): readonly string[] {
  return activations
    .filter(isCode)
    .map(
      ({ label }) =>
        `${label} is code, not a formula: it trains many times more slowly, and the thread of each such trial is ended after it`,
    );
}
