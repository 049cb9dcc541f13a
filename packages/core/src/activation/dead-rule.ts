import type { FormulaActivationSpec } from "../contract/spec.js";
import type { Expr } from "../formula/expr.js";
import { kernelForm } from "../formula/kernel-form/kernel-form.js";
import { liveCondition } from "../formula/live-condition.js";
import { substitute } from "../formula/tree.js";
import { type ClosedInterval, zeroSlope } from "../formula/zero-slope.js";
import { exactFormulas } from "./lowered-formulas.js";

/**
 * How to decide whether the derivative of an activation is identically zero around a pre-activation. `never`:
 * it is so nowhere, proven; `interval`: it is so on the intervals and nowhere else, proven; `side`: where the
 * formula takes a side whose slope is zero, which is asked for each example; `value`: the same, but of some
 * side it could not be derived, and whether its slope is exactly 0 in f32 decides.
 */
export interface DeadRule {
  readonly by: "never" | "interval" | "side" | "value";
  /**
   * From left to right; of `side` and `value` those that are known, trained parameters at their start. Of a
   * gated unit none.
   */
  readonly intervals: readonly ClosedInterval[];
  /** Trained parameters that move those intervals. */
  readonly movedBy: readonly string[];
  /**
   * Per pre-activation, a condition: the slope is not identically zero around here. In the form of
   * `kernelForm`.
   */
  readonly live: readonly Expr[];
}

const known = new WeakMap<FormulaActivationSpec, DeadRule>();

/** The rule that decides when units of an activation are dead. */
export function deadRule(spec: FormulaActivationSpec): DeadRule {
  const before = known.get(spec);
  if (before) return before;
  const rule = spec.inputs === 1 ? ofOneInput(spec) : ofGated(spec);
  known.set(spec, rule);
  return rule;
}

function ofOneInput(spec: FormulaActivationSpec): DeadRule {
  const [slope = 0] = exactFormulas(spec).slopes;
  const { intervals, proven, decidedBy } = zeroSlope(slope);
  if (proven)
    return {
      by: intervals.length === 0 ? "never" : "interval",
      intervals,
      movedBy: [],
      live: [outside(intervals)],
    };
  const start = new Map(spec.params.map(({ name, value }) => [`$${name}`, value] as const));
  const { condition, asksForValue } = liveCondition(slope);
  return {
    by: condition === 1 ? "never" : asksForValue ? "value" : "side",
    intervals: zeroSlope(substitute(slope, start)).intervals,
    movedBy: decidedBy,
    live: [kernelForm(condition)],
  };
}

/** A gated unit is dead where it is so in all its pre-activations. */
function ofGated(spec: FormulaActivationSpec): DeadRule {
  const live = exactFormulas(spec).slopes.map(liveCondition);
  const never = live.some(({ condition }) => condition === 1);
  const by = never ? "never" : live.some(({ asksForValue }) => asksForValue) ? "value" : "side";
  return { by, intervals: [], movedBy: [], live: live.map(({ condition }) => kernelForm(condition)) };
}

/** x lies in none of the intervals. */
function outside(intervals: readonly ClosedInterval[]): Expr {
  return intervals.map(awayFrom).reduce<Expr>((all, one) => (all === 1 ? one : ["and", all, one]), 1);
}

function awayFrom({ from, to }: ClosedInterval): Expr {
  if (from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY) return 0;
  if (from === Number.NEGATIVE_INFINITY) return ["gt", "x", to];
  if (to === Number.POSITIVE_INFINITY) return ["lt", "x", from];
  return ["or", ["lt", "x", from], ["gt", "x", to]];
}
