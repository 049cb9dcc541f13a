import { type Activation, findActivation, nearestName } from "@actbench/core/internal";
import { UsageError } from "../usage-error.js";

/** The activation of a name. Throws a `UsageError` with the nearest name. */
export function chooseActivation(name: string, among: readonly Activation[]): Activation {
  const activation = findActivation(name, among);
  if (activation !== undefined) return activation;
  const near = nearestName(
    name,
    among.map((known) => known.name),
  );
  throw new UsageError(
    `there is no activation "${name}" in the catalog`,
    near === undefined ? "see actbench activations list" : `did you mean ${near}?`,
  );
}
