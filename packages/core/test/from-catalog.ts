import type { FormulaActivation } from "../src/activation/activation.js";
import { findActivation } from "../src/activation/find-activation.js";

/** The catalog's activation of that name. */
export function fromCatalog(name: string): FormulaActivation {
  const found = findActivation(name);
  if (found === undefined) throw new Error(`the catalog has no ${name}`);
  return found;
}
