import type { Activation } from "../activation.js";
import { catalog, standardActivations } from "./catalog.js";

/**
 * Whether a sweep file or plugin may give this activation's name another meaning: the catalog grows, and a
 * file that defined a name before the catalog had it keeps its own formula.
 */
export function mayBeRedefined(activation: Activation): boolean {
  const isOf = (list: readonly Activation[]): boolean => list.includes(activation);
  return isOf(catalog) && !isOf(standardActivations);
}
