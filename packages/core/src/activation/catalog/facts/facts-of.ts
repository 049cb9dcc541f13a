import type { FormulaActivation } from "../../activation.js";
import { type ActivationFacts, activationFacts } from "./activation-facts.js";
import { factsKey } from "./facts-key.js";
import { storedFacts } from "./stored-facts.js";

/** The facts of an activation: stored ones where it is the catalog's as it is now, else computed. */
export function factsOf(activation: FormulaActivation): ActivationFacts {
  const [key, facts] = storedFacts[activation.name] ?? [];
  return facts !== undefined && key === factsKey(activation) ? facts : activationFacts(activation);
}
