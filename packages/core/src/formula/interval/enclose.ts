import { pow } from "../../math/pow.js";
import type { BinaryOp, Expr } from "../expr.js";
import { isOperation, type Operation } from "../tree.js";
import { complementaryErf } from "./complementary-erf.js";
import {
  between,
  down,
  type Enclosure,
  exactly,
  hull,
  larger,
  negated,
  product,
  quotient,
  signOf,
  smaller,
  sum,
  up,
} from "./enclosure.js";
import { FUNCTION_RULES } from "./function-rules.js";

/** Enclosures of a tree's variables by name. */
export type Boxes = ReadonlyMap<string, Enclosure>;

const ULPS = 8;

type Encloser = (boxes: Boxes) => Enclosure | undefined;

/**
 * A tree is mostly enclosed in thousands of boxes: functions made once per node take a third of the time of a
 * walk.
 */
const known = new WeakMap<Operation, Encloser>();

/**
 * Encloses all values that a tree takes while its variables are in their boxes; undefined where it may not be
 * defined.
 */
export function enclose(tree: Expr, boxes: Boxes): Enclosure | undefined {
  return encloserOf(tree)(boxes);
}

function encloserOf(tree: Expr): Encloser {
  if (typeof tree === "number") {
    const number = exactly(tree);
    return () => number;
  }
  if (!isOperation(tree)) return (boxes) => boxes.get(tree);
  const before = known.get(tree);
  if (before) return before;
  const encloser = operation(tree);
  known.set(tree, encloser);
  return encloser;
}

function operation(tree: Operation): Encloser {
  const complement = complementaryErf(tree);
  if (complement !== undefined) return encloserOf(complement);
  const first = encloserOf(tree[1]);
  if (tree.length === 2) {
    const rule = FUNCTION_RULES[tree[0]].enclose;
    return (boxes) => {
      const a = first(boxes);
      return a && rule(a);
    };
  }
  const second = encloserOf(tree[2]);
  if (tree.length === 3) {
    const rule = BINARY_RULES[tree[0]];
    return (boxes) => {
      const a = first(boxes);
      const b = a && second(boxes);
      return a && b && rule(a, b);
    };
  }
  const third = encloserOf(tree[3]);
  return tree[0] === "where" ? choice(first, second, third) : clamped(first, second, third);
}

function choice(condition: Encloser, then: Encloser, otherwise: Encloser): Encloser {
  return (boxes) => {
    const asked = condition(boxes);
    if (asked === undefined) return undefined;
    if (!asked.zero) return then(boxes);
    if (signOf(asked) === 0) return otherwise(boxes);
    const [a, b] = [then(boxes), otherwise(boxes)];
    return a && b && hull(a, b);
  };
}

function clamped(value: Encloser, from: Encloser, to: Encloser): Encloser {
  return (boxes) => {
    const a = value(boxes);
    const low = a && from(boxes);
    const high = low && to(boxes);
    return a && low && high && smaller(larger(a, low), high);
  };
}

const BINARY_RULES: Readonly<Record<BinaryOp, (a: Enclosure, b: Enclosure) => Enclosure | undefined>> = {
  add: sum,
  sub: (a, b) => sum(a, negated(b)),
  mul: product,
  div: quotient,
  pow: power,
  min: smaller,
  max: larger,
  and: (a, b) => truth(!a.zero && !b.zero, signOf(a) === 0 || signOf(b) === 0),
  or: (a, b) => truth(!a.zero || !b.zero, signOf(a) === 0 && signOf(b) === 0),
  lt: compared("lt"),
  le: compared("le"),
  gt: compared("gt"),
  ge: compared("ge"),
  eq: compared("eq"),
  ne: compared("ne"),
};

type Comparison = "lt" | "le" | "gt" | "ge" | "eq" | "ne";

function compared(op: Comparison): (a: Enclosure, b: Enclosure) => Enclosure {
  return (a, b) => comparison(op, sum(a, negated(b)));
}

function comparison(op: Comparison, difference: Enclosure): Enclosure {
  const sign = signOf(difference);
  if (sign === undefined) return truth(op === "ne" && !difference.zero, op === "eq" && !difference.zero);
  const holds = { lt: sign < 0, le: sign <= 0, gt: sign > 0, ge: sign >= 0, eq: sign === 0, ne: sign !== 0 }[
    op
  ];
  return truth(holds, !holds);
}

/** 1, 0, or one of both. */
function truth(holds: boolean, fails: boolean): Enclosure {
  return holds ? exactly(1) : fails ? exactly(0) : between(0, 1);
}

/** aᵇ: whole exponents for any base, others for a base that is not below 0. */
function power(a: Enclosure, b: Enclosure): Enclosure | undefined {
  const exponent = b.low === b.high ? b.low : undefined;
  if (exponent !== undefined && Number.isInteger(exponent) && exponent >= 0) return wholePower(a, exponent);
  if (signOf(a) !== 1)
    return exponent !== undefined && exponent > 0 && a.low >= 0 ? corners(a, b, a.zero) : undefined;
  return corners(a, b, false);
}

function wholePower(a: Enclosure, n: number): Enclosure {
  if (n === 0) return exactly(1);
  const [low, high] = [pow(a.low, n), pow(a.high, n)];
  if (a.low >= 0) return fromZero(low, high, a.zero);
  if (n % 2 === 0) return fromZero(a.high <= 0 ? high : 0, Math.max(low, high), a.zero);
  const top = up(high, ULPS);
  return between(down(low, ULPS), a.high <= 0 ? Math.min(0, top) : top, a.zero);
}

/** For a ≥ 0 the power rises or falls in each operand, so its extremes lie at the corners. */
function corners(a: Enclosure, b: Enclosure, zero: boolean): Enclosure {
  const all = [pow(a.low, b.low), pow(a.low, b.high), pow(a.high, b.low), pow(a.high, b.high)];
  if (all.some(Number.isNaN)) return between(0, Number.POSITIVE_INFINITY, zero);
  return fromZero(Math.min(...all), Math.max(...all), zero);
}

/** Computed ends of values that are not below 0. */
function fromZero(low: number, high: number, zero: boolean): Enclosure {
  return between(Math.max(0, down(low, ULPS)), up(high, ULPS), zero);
}
