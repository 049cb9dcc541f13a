import { pow } from "../../math/pow.js";
import type { BinaryOp, Expr } from "../expr.js";
import { isOperation } from "../tree.js";
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

/** Encloses all values that a tree takes while its variables are in their boxes; undefined where it may not be defined. */
export function enclose(tree: Expr, boxes: Boxes): Enclosure | undefined {
  if (typeof tree === "number") return exactly(tree);
  if (!isOperation(tree)) return boxes.get(tree);
  if (tree[0] === "where") return choice(enclose(tree[1], boxes), tree[2], tree[3], boxes);
  const complement = complementaryErf(tree);
  if (complement !== undefined) return enclose(complement, boxes);
  const a = enclose(tree[1], boxes);
  if (a === undefined) return undefined;
  if (tree.length === 2) return FUNCTION_RULES[tree[0]].enclose(a);
  const b = enclose(tree[2], boxes);
  if (b === undefined) return undefined;
  if (tree[0] !== "clamp") return binary(tree[0], a, b);
  const high = enclose(tree[3], boxes);
  return high && smaller(larger(a, b), high);
}

function choice(
  condition: Enclosure | undefined,
  then: Expr,
  otherwise: Expr,
  boxes: Boxes,
): Enclosure | undefined {
  if (condition === undefined) return undefined;
  if (!condition.zero) return enclose(then, boxes);
  if (signOf(condition) === 0) return enclose(otherwise, boxes);
  const [a, b] = [enclose(then, boxes), enclose(otherwise, boxes)];
  return a && b && hull(a, b);
}

function binary(op: BinaryOp, a: Enclosure, b: Enclosure): Enclosure | undefined {
  switch (op) {
    case "add":
      return sum(a, b);
    case "sub":
      return sum(a, negated(b));
    case "mul":
      return product(a, b);
    case "div":
      return quotient(a, b);
    case "pow":
      return power(a, b);
    case "min":
      return smaller(a, b);
    case "max":
      return larger(a, b);
    case "and":
      return truth(!a.zero && !b.zero, signOf(a) === 0 || signOf(b) === 0);
    case "or":
      return truth(!a.zero || !b.zero, signOf(a) === 0 && signOf(b) === 0);
    case "lt":
    case "le":
    case "gt":
    case "ge":
    case "eq":
    case "ne":
      return comparison(op, sum(a, negated(b)));
    default:
      return op satisfies never;
  }
}

function comparison(op: "lt" | "le" | "gt" | "ge" | "eq" | "ne", difference: Enclosure): Enclosure {
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
