import { type ActivationSpec, isCode } from "../contract/spec.js";
import type { ActivationFormulas } from "../kernels/activate.js";
import { activationRules } from "./activation-rules.js";
import { CODE_FORMULAS } from "./code-rules.js";

/**
 * What kernels compute of an activation: all that a network's memory depends on, also where code is not at
 * hand.
 */
export function activationFormulas(spec: ActivationSpec): ActivationFormulas {
  return isCode(spec) ? CODE_FORMULAS : activationRules(spec).formulas;
}
