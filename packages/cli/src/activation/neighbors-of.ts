import { type Neighbor, nearestActivations } from "@actbench/core/atlas";
import { activationCurve, type FormulaActivation, type LoadedCode } from "@actbench/core/internal";
import { rounded } from "./neighbor-text.js";

const COUNT = 3;

/** The built-in activations whose curves are nearest to an activation's, all at their defaults. */
export function neighborsOf(activation: FormulaActivation | LoadedCode): readonly Neighbor[] {
  const curve = activationCurve(activation);
  return curve === undefined
    ? []
    : nearestActivations(curve.value, { count: COUNT, fit: false, without: [activation.name] });
}

/** Neighbors as a line: `gelu_tanh within 0.00048, quick_gelu within 0.021`. */
export function neighborsText(neighbors: readonly Neighbor[]): string {
  const text = neighbors.map(({ name, distance }) => `${name} within ${rounded(distance)}`).join(", ");
  return text === "" ? "" : `${text} on [−4, 4]`;
}
