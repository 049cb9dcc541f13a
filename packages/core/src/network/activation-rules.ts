import { deadRule } from "../activation/dead-rule.js";
import { secondMoment } from "../activation/gain.js";
import { exactFormulas, loweredFormulas } from "../activation/lowered-formulas.js";
import { type ActivationSpec, type FormulaActivationSpec, isCode } from "../contract/spec.js";
import { supSlope } from "../formula/sup-slope.js";
import { substitute } from "../formula/tree.js";
import { codeRules, type FunctionsOf } from "./code-rules.js";
import type { ActivationRules } from "./rules.js";

/**
 * What was derived before: the trials of a study share a few activations. Bounded, since a study may have
 * many.
 */
const known = new Map<string, ActivationRules>();
const KNOWN_AT_MOST = 256;

/** The rules of an activation; `functionsOf` finds those that are code. */
export function activationRules(spec: ActivationSpec, functionsOf?: FunctionsOf): ActivationRules {
  return isCode(spec) ? codeRules(spec, functionsOf) : formulaRules(spec);
}

function formulaRules(spec: FormulaActivationSpec): ActivationRules {
  const key = JSON.stringify([spec.tree, spec.params, spec.inputs, spec.at_kink]);
  const before = known.get(key);
  if (before) return before;
  const rules = deriveRules(spec);
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(key, rules);
  return rules;
}

function deriveRules(spec: FormulaActivationSpec): ActivationRules {
  const formulas = loweredFormulas(spec);
  const slopes = exactFormulas(spec).slopes;
  const start = new Map(spec.params.map(({ name, value }) => [`$${name}`, value] as const));
  const [slope = 0] = slopes;
  let moment: number | undefined;
  return {
    formulas,
    // Some gated ones take a tenth of a second, and not every initializer asks.
    secondMoment: () => {
      moment ??= secondMoment(spec);
      return moment;
    },
    live: deadRule(spec).live,
    supSlope: spec.inputs === 1 ? supSlope(substitute(slope, start)) : 1,
  };
}
