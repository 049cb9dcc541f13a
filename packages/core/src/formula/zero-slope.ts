import type { Expr } from "./expr.js";
import { pieces } from "./pieces.js";
import { simplify } from "./simplify/simplify.js";
import { substitute } from "./tree.js";

/** A closed interval of x; ±Infinity where it has no end. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/**
 * Where a slope is identically zero, as closed intervals from left to right: relu's slope gives [(−∞, 0]], relu6's
 * (−∞, 0] and [6, ∞), that of gelu none. Derived from the slope's tree alone, never from rounded values. An end at
 * which the slope is not zero is moved to the nearest f32 inside, since pre-activations are f32.
 */
export function zeroSlopeSet(slope: Expr): Interval[] {
  const zero = pieces(slope).filter(({ tree }) => tree === 0);
  const intervals: { from: number; to: number }[] = [];
  for (const { from, to } of zero) {
    const start = isZeroAt(slope, from) ? from : nextFloat(from, "up");
    const end = isZeroAt(slope, to) ? to : nextFloat(to, "down");
    const last = intervals.at(-1);
    if (last && last.to === start && start === from) last.to = end;
    else if (start <= end) intervals.push({ from: start, to: end });
  }
  return intervals;
}

function isZeroAt(slope: Expr, x: number): boolean {
  return !Number.isFinite(x) || simplify(substitute(slope, new Map([["x", x]])), "slope") === 0;
}

const single = new Float32Array(1);
const singleBits = new Int32Array(single.buffer);

/** The nearest f32 strictly above or below x. */
function nextFloat(x: number, way: "up" | "down"): number {
  const rounded = Math.fround(x);
  if (way === "up" ? rounded > x : rounded < x) return rounded;
  if (rounded === 0) return way === "up" ? 1.401298464324817e-45 : -1.401298464324817e-45;
  single[0] = rounded;
  singleBits[0] = (singleBits[0] ?? 0) + (rounded > 0 === (way === "up") ? 1 : -1);
  return single[0];
}
