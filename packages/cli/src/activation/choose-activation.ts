import { type Activation, calledHere, findActivation, nearestName, plainName } from "@actbench/core/internal";
import { UsageError } from "../usage-error.js";

/**
 * The activation of a name, in any spelling, or of another name that is known. Throws a `UsageError` with the
 * nearest name.
 */
export function chooseActivation(name: string, among: readonly Activation[]): Activation {
  const activation = activationCalled(name, among);
  if (activation !== undefined) return activation;
  const near = nearestName(
    name,
    among.map((known) => known.name),
  );
  throw new UsageError(
    `there is no activation "${name}" in the catalog`,
    near === undefined
      ? "see actbench activations list; actbench activations search WORD searches it"
      : `did you mean ${near}?`,
  );
}

/** The activation of a name or another name, if there is one. */
export function activationCalled(name: string, among: readonly Activation[]): Activation | undefined {
  const plain = plainName(name);
  return (
    findActivation(name, among) ??
    among.find((known) => plainName(known.name) === plain) ??
    findActivation(calledHere(name) ?? "", among)
  );
}
