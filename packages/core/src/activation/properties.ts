import type { FormulaActivationSpec } from "../contract/spec.js";
import { kinks } from "../formula/kinks.js";
import { supSlope } from "../formula/sup-slope.js";
import { substitute } from "../formula/tree.js";
import { type ValueRange, valueRange } from "../formula/value-range.js";
import type { Interval } from "../formula/zero-slope.js";
import { type DeadRule, deadRule } from "./dead-rule.js";
import { exactFormulas } from "./lowered-formulas.js";

/** What can be said of an elementwise activation from its formula. */
export interface ActivationProperties extends ValueRange {
  /** Whether value and slope have no jump. */
  readonly smooth: boolean;
  /** Where the slope, or the value, jumps, or the slope is infinite. */
  readonly kinks: readonly number[];
  /** Whether these are surely all; else those between −32 and 32. */
  readonly allKinks: boolean;
  /** sup |f′|: the Lipschitz constant of f where f has no jump. */
  readonly lipschitz: number;
  /** Where the slope is surely identically 0, trained parameters at their start. */
  readonly zeroSlope: readonly Interval[];
  /** How that is decided, and which trained parameters change it. */
  readonly dead: Pick<DeadRule, "by" | "movedBy">;
}

/** The properties of an activation of one input, parameters at their values. */
export function activationProperties(spec: FormulaActivationSpec): ActivationProperties {
  const known = new Map(spec.params.map((param) => [`$${param.name}`, param.value]));
  const formulas = exactFormulas(spec);
  const value = substitute(formulas.value, known);
  const found = kinks(value);
  const { by, movedBy, intervals } = deadRule(spec);
  return {
    ...valueRange(value),
    smooth: found.at.length === 0 && found.complete,
    kinks: found.at,
    allKinks: found.complete,
    lipschitz: supSlope(substitute(formulas.slopes[0] ?? 0, known)),
    zeroSlope: intervals,
    dead: { by, movedBy },
  };
}
