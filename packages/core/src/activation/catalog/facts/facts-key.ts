import { sha256Hex } from "../../../contract/identity.js";
import type { FormulaActivation } from "../../activation.js";

const LENGTH = 12;

/** What an activation's facts follow from, as a short hash: they are computed again where it changes. */
export function factsKey({ formula, params, inputs, at_kink, constraints }: FormulaActivation): string {
  return sha256Hex(JSON.stringify({ formula, params, inputs, at_kink, constraints })).slice(0, LENGTH);
}
