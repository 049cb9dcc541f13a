import { breakpoints } from "./breakpoints.js";
import { derivative } from "./derivative/derivative.js";
import { evaluate } from "./evaluate.js";
import type { Expr } from "./expr.js";
import { limitAt } from "./limit-at.js";
import { limitBeside } from "./limit-beside.js";
import { type Piece, pieces } from "./pieces.js";
import { possiblePoles } from "./possible-poles.js";
import { stable } from "./simplify/stable.js";
import { insideOf } from "./stretch.js";
import { peakBetween } from "./supremum.js";
import { sizeOf } from "./tree.js";
import { signChanges } from "./zeros/sign-changes.js";
import { simplest } from "./zeros/sliver.js";
import { Work } from "./zeros/work.js";

export interface ValueRange {
  /** Infimum and supremum, ±Infinity where unbounded. */
  readonly range: readonly [low: number, high: number];
  /** Whether the values never fall, or never rise, as x grows. */
  readonly monotone: boolean;
}

const REACH = 32;
const STEP = 1 / 64;
const FAR = [50, 100, 1e3, 1e5, 1e8, 1e15] as const;
/**
 * Each the square of the one before: log grows by as much or more from one to the next, what has a limit by
 * less.
 */
const FARTHER = [1e9, 1e18, 1e36, 1e72] as const;
const WORK = 100_000;
const ROUNDING = 1e-12;
/** Of larger trees the slope would take longer than it is worth. */
const MAX_NODES = 3000;

/**
 * The values of a tree of x: at all its breakpoints and extremes that interval arithmetic finds, at dense
 * samples, beside its poles, and in the limit, where that can be decided part by part, else by samples
 * farther and farther out.
 */
export function valueRange(tree: Expr): ValueRange {
  const parts = pieces(tree, { strictness: "exact" });
  const nodes = parts.reduce((sum, piece) => sum + sizeOf(piece.tree), 0);
  const at = (x: number): number => evaluate(tree, { x });
  const places = [...new Set([...breakpoints(tree), ...possiblePoles(tree)])].sort((a, b) => a - b);
  const beside = places.flatMap((x): readonly Sample[] => [
    { x, side: -1, value: limitBeside(at, x, -1) },
    { x, side: 0, value: at(x) },
    { x, side: 1, value: limitBeside(at, x, 1) },
  ]);
  const even = Array.from({ length: (2 * REACH) / STEP + 1 }, (_, i) => i * STEP - REACH);
  const inner = [
    ...even,
    ...FAR,
    ...FAR.map((x) => -x),
    ...(nodes > MAX_NODES ? [] : parts.flatMap(extremes)),
  ].map((x) => ({
    x,
    side: 0,
    value: at(x),
  }));
  const samples = [
    { x: Number.NEGATIVE_INFINITY, side: 0, value: limit(parts[0], at, -1) },
    ...[...inner, ...beside].sort((a, b) => a.x - b.x || a.side - b.side),
    { x: Number.POSITIVE_INFINITY, side: 0, value: limit(parts.at(-1), at, 1) },
  ].filter(({ value }) => !Number.isNaN(value));
  const values = samples.map(({ value }) => value);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return {
    range: [
      snapped(Math.min(low, -peak(inner, (x) => -at(x), -1))),
      snapped(Math.max(high, peak(inner, at, 1))),
    ],
    monotone: isMonotone(values),
  };
}

interface Sample {
  readonly x: number;
  /** −1 and 1 next to x. */
  readonly side: number;
  readonly value: number;
}

/** The largest value of f around the largest of the samples, whose values times `sign` are f's. */
function peak(samples: readonly Sample[], f: (x: number) => number, sign: 1 | -1): number {
  let [best, bestAt] = [Number.NEGATIVE_INFINITY, 0];
  for (const sample of samples) {
    const value = sign * sample.value;
    if (value > best) [best, bestAt] = [value, sample.x];
  }
  return Math.max(best, peakBetween(f, bestAt - STEP, bestAt + STEP));
}

/** Where the slope of a piece is 0, as far as that can be found. */
function extremes(piece: Piece): readonly number[] {
  const slope = stable(derivative(piece.tree, "x"), "slope");
  return (signChanges(slope, insideOf(piece), new Work(WORK)) ?? []).map(simplest);
}

function limit(piece: Piece | undefined, at: (x: number) => number, side: 1 | -1): number {
  const known = piece && limitAt(piece.tree, side * Number.POSITIVE_INFINITY);
  if (known !== undefined) return known;
  const values = FARTHER.map((x) => at(side * x)).filter(Number.isFinite);
  const steps = values.slice(1).map((value, i) => value - (values[i] ?? 0));
  const last = values.at(-1) ?? Number.NaN;
  const grows =
    steps.length > 1 &&
    steps.every(
      (step, i) =>
        i === 0 || (step * (steps[i - 1] ?? 0) > 0 && Math.abs(step) > 0.9 * Math.abs(steps[i - 1] ?? 0)),
    );
  return grows ? (last > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY) : last;
}

function isMonotone(values: readonly number[]): boolean {
  const noticed = (a: number, b: number): boolean =>
    !Number.isFinite(b - a) || Math.abs(b - a) > ROUNDING * (1 + Math.abs(a));
  let [rises, falls] = [false, false];
  let a = values[0] ?? 0;
  for (const b of values) {
    if (b > a && noticed(a, b)) rises = true;
    else if (b < a && noticed(a, b)) falls = true;
    if (rises && falls) return false;
    a = b;
  }
  return true;
}

/** A value as the short number it almost is. */
function snapped(value: number): number {
  const near = Math.round(value * 1e6) / 1e6;
  return Math.abs(value - near) < 1e-12 ? near + 0 : value;
}
