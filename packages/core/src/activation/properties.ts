import type { FormulaActivationSpec } from "../contract/spec.js";
import type { Expr } from "../formula/expr.js";
import { kinks } from "../formula/kinks.js";
import { supSlope } from "../formula/sup-slope.js";
import { substitute } from "../formula/tree.js";
import { type ValueRange, valueRange } from "../formula/value-range.js";
import type { ClosedInterval } from "../formula/zero-slope.js";
import { type DeadRule, deadRule } from "./dead-rule.js";
import { exactFormulas } from "./lowered-formulas.js";

/** The shape of an elementwise activation's curve. */
export interface ActivationShape extends ValueRange {
  /** Whether value and slope have no jump. */
  readonly smooth: boolean;
  /** Where the slope, or the value, jumps, or the slope is infinite. */
  readonly kinks: readonly number[];
  /** Whether these are surely all; else those between −32 and 32. */
  readonly allKinks: boolean;
}

/** What can be said of an elementwise activation from its formula. */
export interface ActivationProperties extends ActivationShape {
  /** sup |f′|: the Lipschitz constant of f where f has no jump. */
  readonly lipschitz: number;
  /** Where the slope is surely identically 0, trained parameters at their start. */
  readonly zeroSlope: readonly ClosedInterval[];
  /** How that is decided, and which trained parameters change it. */
  readonly dead: Pick<DeadRule, "by" | "movedBy">;
}

/**
 * The shape of an activation of one input, parameters at their values: what a list of all says without their
 * slopes.
 */
export function activationShape(spec: FormulaActivationSpec): ActivationShape {
  const value = atValues(exactFormulas(spec).value, spec);
  const found = kinks(value);
  return {
    ...valueRange(value),
    smooth: found.at.length === 0 && found.complete,
    kinks: found.at,
    allKinks: found.complete,
  };
}

/** The properties of an activation of one input, parameters at their values. */
export function activationProperties(spec: FormulaActivationSpec): ActivationProperties {
  const { by, movedBy, intervals } = deadRule(spec);
  return {
    ...activationShape(spec),
    lipschitz: supSlope(atValues(exactFormulas(spec).slopes[0] ?? 0, spec)),
    zeroSlope: intervals,
    dead: { by, movedBy },
  };
}

function atValues(tree: Expr, { params }: FormulaActivationSpec): Expr {
  return substitute(tree, new Map(params.map(({ name, value }) => [`$${name}`, value])));
}
