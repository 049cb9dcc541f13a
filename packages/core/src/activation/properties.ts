import type { FormulaActivationSpec } from "../contract/spec.js";
import { breakpoints } from "../formula/breakpoints.js";
import { derivative } from "../formula/derivative/derivative.js";
import { evaluate } from "../formula/evaluate.js";
import { supSlope } from "../formula/sup-slope.js";
import { substitute } from "../formula/tree.js";
import { type DeadRule, deadRule } from "./dead-rule.js";
import { exactFormulas } from "./lowered-formulas.js";

/** What can be said of an elementwise activation from its formula. */
export interface ActivationProperties {
  /** Whether it never falls, or never rises. */
  readonly monotone: boolean;
  /** Whether value and slope have no jump. */
  readonly smooth: boolean;
  /** Infimum and supremum of its values, ±Infinity where unbounded. */
  readonly range: readonly [low: number, high: number];
  /** Where the slope, or the value, jumps. */
  readonly kinks: readonly number[];
  /** sup |f′|: a change of x changes f at most so many times as much, where f has no jump. */
  readonly lipschitz: number;
  /** Where the slope is identically 0, and how that is told. */
  readonly dead: DeadRule;
}

const REACH = 32;
const STEP = 1 / 64;
const FAR = [50, 100, 1e3, 1e5, 1e8, 1e15] as const;
const ROUNDING = 1e-12;

/** The properties of an activation of one input, parameters at their values; found by dense samples but for kinks and zeros. */
export function activationProperties(spec: FormulaActivationSpec): ActivationProperties {
  const known = new Map(spec.params.map((param) => [`$${param.name}`, param.value]));
  const formulas = exactFormulas(spec);
  const value = substitute(formulas.value, known);
  const slope = substitute(formulas.slopes[0] ?? 0, known);
  const at = (x: number): number => evaluate(value, { x });
  const points = [...FAR.map((x) => -x).reverse(), ...samples(breakpoints(value)), ...FAR];
  const values = points.map(at);
  const kinks = jumps(spec, known);
  return {
    monotone: isMonotone(values),
    smooth: kinks.length === 0,
    range: rangeOf(points, values),
    kinks,
    lipschitz: supSlope(slope),
    dead: deadRule(spec),
  };
}

function samples(kinks: readonly number[]): number[] {
  const even = Array.from({ length: (2 * REACH) / STEP + 1 }, (_, i) => i * STEP - REACH);
  return [...even, ...kinks].sort((a, b) => a - b);
}

function isMonotone(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, i) => [value - (values[i] ?? 0), Math.abs(value)] as const);
  const rises = steps.some(([step, size]) => step > ROUNDING * (1 + size));
  const falls = steps.some(([step, size]) => step < -ROUNDING * (1 + size));
  return !(rises && falls);
}

/** The extremes of the samples; unbounded where the farthest still runs away, snapped to a limit that is almost reached. */
function rangeOf(points: readonly number[], values: readonly number[]): [number, number] {
  const finite = values.filter((value) => !Number.isNaN(value));
  let low = Math.min(...finite);
  let high = Math.max(...finite);
  for (const end of [0, points.length - 1]) {
    const far = values[end] ?? 0;
    const nearer = values[end === 0 ? 2 : points.length - 3] ?? 0;
    if (Math.abs(far) <= 1e3 || Math.abs(far) < 2 * Math.abs(nearer)) continue;
    if (far > 0) high = Number.POSITIVE_INFINITY;
    else low = Number.NEGATIVE_INFINITY;
  }
  return [snap(low), snap(high)];
}

function snap(value: number): number {
  const near = Math.round(value * 1e6) / 1e6;
  return Math.abs(value - near) < 1e-12 ? near + 0 : value;
}

/** The breakpoints at which left and right slope differ, or the value does. */
function jumps(spec: FormulaActivationSpec, known: ReadonlyMap<string, number>): number[] {
  const value = substitute(exactFormulas(spec).value, known);
  const left = derivative(value, "x", { at_kink: "left" });
  const right = derivative(value, "x", { at_kink: "right" });
  return breakpoints(value).filter((x) => {
    const sides = [evaluate(left, { x }), evaluate(right, { x })] as const;
    const gap = 1e-9 * (1 + Math.abs(x));
    const steepest = 1 + Math.max(Math.abs(sides[0]), Math.abs(sides[1]));
    const step = Math.abs(evaluate(value, { x: x + gap }) - evaluate(value, { x: x - gap }));
    return Math.abs(sides[0] - sides[1]) > 1e-9 * steepest || step > 8 * gap * steepest;
  });
}
