import { decide, isCuts } from "./decide.js";
import type { Expr } from "./expr.js";
import { type Flatness, flatnessOf } from "./flatness.js";
import { enclose } from "./interval/enclose.js";
import { between, signOf } from "./interval/enclosure.js";
import { type Piece, pieces } from "./pieces.js";
import { simplify } from "./simplify/simplify.js";
import { endOf, insideOf } from "./stretch.js";
import { isOperation, type Operation, substitute, variablesOf } from "./tree.js";
import type { Sliver } from "./zeros/sliver.js";

/** A closed interval of x; ±Infinity where it has no end. */
export interface ClosedInterval {
  readonly from: number;
  readonly to: number;
}

/** Where a slope is identically zero. */
export interface ZeroSlope {
  /** From left to right. */
  readonly intervals: readonly ClosedInterval[];
  /** Whether it is proven, over the real numbers, that it is so there and on no other interval. */
  readonly proven: boolean;
  /** Parameters that decide where it is, where that is why nothing can be proven. */
  readonly decidedBy: readonly string[];
}

/**
 * Where a slope is identically zero, as closed intervals: relu's slope gives [(−∞, 0]], relu6's (−∞, 0] and
 * [6, ∞), that of gelu none, proven. Derived from the slope's tree by interval arithmetic, never from rounded
 * values. Ends are exact where straight lines are compared, else within 1e-14 of their size, or 1e-6 where
 * what is compared is flat. An end at which the slope is not zero is moved to the nearest f32 inside, since
 * pre-activations are f32.
 */
export function zeroSlope(slope: Expr): ZeroSlope {
  const before = isOperation(slope) ? known.get(slope) : undefined;
  if (before) return before;
  const found = derive(slope);
  if (isOperation(slope)) known.set(slope, found);
  return found;
}

/** Memoized: trials, cards and pages all need it. */
const known = new WeakMap<Operation, ZeroSlope>();

function derive(slope: Expr): ZeroSlope {
  const parts = pieces(slope, { branches: true }).map((piece) => ({
    ...piece,
    flatness: flatnessOf(piece.tree, insideOf(piece), piece.analytic),
  }));
  const open = parts.filter(({ flatness }) => flatness === "open");
  return {
    intervals: flatIntervals(
      slope,
      parts.filter(({ flatness }) => flatness === "flat"),
    ),
    proven: open.length === 0 && parts.every((part, i) => isSettled(slope, parts[i - 1], part)),
    decidedBy: [...new Set(open.flatMap(({ tree }) => [...variablesOf(tree)]))]
      .filter((name) => name.startsWith("$"))
      .map((name) => name.slice(1))
      .sort(),
  };
}

function flatIntervals(slope: Expr, flat: readonly Piece[]): readonly ClosedInterval[] {
  const intervals: { from: number; to: number }[] = [];
  for (const { from, to } of flat) {
    const start = closedEnd(slope, from, "up");
    const end = closedEnd(slope, to, "down");
    const last = intervals.at(-1);
    if (last && last.to === start && start === endOf(from)) last.to = end;
    else if (start <= end) intervals.push({ from: start, to: end });
  }
  return intervals;
}

/**
 * Where a flat piece ends: the end itself where the slope is zero there too, else the nearest number inside.
 */
function closedEnd(slope: Expr, end: Sliver, inside: "up" | "down"): number {
  const x = endOf(end);
  // What is no f32 is met by no pre-activation, so that the last number that is surely inside will do.
  if (end.low < end.high && Math.fround(x) !== x) return inside === "up" ? end.high : end.low;
  return isZeroAt(slope, x) ? x : nextFloat(x, inside);
}

/** Whether no flat stretch can hide between two pieces, in the sliver where one ends and the next begins. */
function isSettled(slope: Expr, before: Part | undefined, after: Part): boolean {
  if (before === undefined || before.flatness === "flat" || after.flatness === "flat") return true;
  const gap = after.from;
  if (nextFloat(nextFloat(gap.low, "down"), "up") >= gap.high || gap.low === gap.high) return true;
  const box = between(gap.low, gap.high);
  const valuesOf = (tree: Expr) => enclose(tree, new Map([["x", box]]));
  let analytic = true;
  const tree = decide(slope, {
    sign: (difference) => {
      const values = valuesOf(difference);
      return (values && signOf(values)) ?? "unknown";
    },
    branch: (point) => {
      if (valuesOf(point)?.zero !== false) analytic = false;
      return undefined;
    },
  });
  return !isCuts(tree) && flatnessOf(simplify(tree, "slope"), gap, analytic) === "sloped";
}

interface Part extends Piece {
  readonly flatness: Flatness;
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
