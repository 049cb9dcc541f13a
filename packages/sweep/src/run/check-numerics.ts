import type { Numerics } from "@actbench/core/internal";
import { RunError } from "../files/run-error.js";
import type { Sweep } from "../study/sweep.js";

/** Throws a `RunError` where a plan asks for a numerics profile that its executor cannot compute. */
export function checkNumerics(
  folder: string,
  { points }: Pick<Sweep, "points">,
  available: readonly Numerics[],
): void {
  const missing = points.find(({ spec }) => !available.includes(spec.numerics));
  if (missing === undefined) return;
  const { numerics } = missing.spec;
  throw new RunError(
    "run_unsupported",
    folder,
    `${folder}: point ${missing.label} is planned with numerics ${numerics}, but the executor computes ${available.join(" and ") || "none"}. ` +
      `Plan it with numerics=${available[0] ?? "strict"}, or use an executor with ${numerics}`,
  );
}
