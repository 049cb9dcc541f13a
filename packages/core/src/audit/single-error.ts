import { binaryFunctions, unaryFunctions } from "../formula/apply.js";
import type { Expr, UnaryOp } from "../formula/expr.js";
import { isOperation, type Operation } from "../formula/tree.js";

/** Half the distance of neighboring f32, relative to their size. */
const ROUNDING = 1 / 16777216;
/** Of vector functions, in `ROUNDING`s: 2 units in the last place. */
const FUNCTION = 4;
/** Below this f32 has fewer digits, and vector functions give 0. */
const SMALLEST = 1.1754943508222875e-38;
const LARGEST = 3.4028234663852886e38;

/**
 * A value in f64 and how far the same operations in f32 may end from it; Infinity where they overflow on the
 * way.
 */
export interface Inexact {
  readonly value: number;
  readonly error: number;
}

/** The values of a tree's variables; those of kernels are f32, and so exact. */
export type Values = Readonly<Record<string, number>>;

/**
 * What a tree is, and how far f32 arithmetic may take it from that: rounding errors operation by operation,
 * added up.
 */
export function singleError(tree: Expr, values: Values): Inexact {
  const done = new Map<Operation, Inexact>();
  const visit = (part: Expr): Inexact => {
    if (typeof part === "number") return rounded(part, 0, Math.fround(part) === part ? 0 : 1);
    if (!isOperation(part)) return { value: values[part] ?? Number.NaN, error: 0 };
    const known = done.get(part);
    if (known !== undefined) return known;
    const found = operation(
      part,
      part.slice(1).map((operand) => visit(operand as Expr)),
    );
    done.set(part, found);
    return found;
  };
  return visit(tree);
}

function operation(tree: Operation, operands: readonly Inexact[]): Inexact {
  const nothing: Inexact = { value: Number.NaN, error: 0 };
  const [a = nothing, b = nothing, c = nothing] = operands;
  switch (tree[0]) {
    case "where":
      return choice(a, b, c);
    case "clamp":
      return { value: Math.min(Math.max(a.value, b.value), c.value), error: a.error + b.error + c.error };
    case "add":
    case "sub":
      return rounded(binaryFunctions[tree[0]](a.value, b.value), a.error + b.error, 1);
    case "mul":
      return rounded(
        a.value * b.value,
        times(a.value, b.error) + times(b.value, a.error) + times(a.error, b.error),
        1,
      );
    case "div":
      return quotient(a, b);
    case "min":
    case "max":
      return { value: binaryFunctions[tree[0]](a.value, b.value), error: Math.max(a.error, b.error) };
    case "lt":
    case "le":
    case "gt":
    case "ge":
    case "eq":
    case "ne":
      return comparison(binaryFunctions[tree[0]](a.value, b.value), a.value - b.value, a.error + b.error);
    case "and":
    case "or":
      return { value: binaryFunctions[tree[0]](a.value, b.value), error: Math.max(a.error, b.error) };
    case "pow":
      // Between a base below and one above 0 a power may have a pole, or none in the reals.
      return a.error > 0 && Math.abs(a.value) <= a.error
        ? { value: binaryFunctions.pow(a.value, b.value), error: Number.POSITIVE_INFINITY }
        : moved((x, y) => binaryFunctions.pow(x, y), a, b);
    default:
      return unary(tree[0], a);
  }
}

function unary(op: UnaryOp, a: Inexact): Inexact {
  switch (op) {
    case "neg":
    case "abs":
      return { value: unaryFunctions[op](a.value), error: a.error };
    case "not":
      return { value: unaryFunctions[op](a.value), error: a.error > 0 ? 1 : 0 };
    default:
      return moved((x) => unaryFunctions[op](x), a, { value: 0, error: 0 });
  }
}

/** A function at its operands and at the ends of their errors. */
function moved(f: (x: number, y: number) => number, a: Inexact, b: Inexact): Inexact {
  const value = f(a.value, b.value);
  if (a.error === 0 && b.error === 0) return rounded(value, 0, FUNCTION);
  // Whatever overflowed may have become NaN.
  if (a.error + b.error === Number.POSITIVE_INFINITY) return { value, error: Number.POSITIVE_INFINITY };
  const corners = [-1, 1].flatMap((i) => [-1, 1].map((j) => f(a.value + i * a.error, b.value + j * b.error)));
  const farthest = Math.max(...corners.map((corner) => Math.abs(corner - value)));
  return rounded(value, Number.isNaN(farthest) ? Number.POSITIVE_INFINITY : farthest, FUNCTION);
}

function quotient(a: Inexact, b: Inexact): Inexact {
  const value = a.value / b.value;
  const least = Math.abs(b.value) - b.error;
  const error = least > 0 ? (a.error + times(value, b.error)) / least : Number.POSITIVE_INFINITY;
  return rounded(value, b.error === 0 && a.error === 0 ? 0 : error, 1);
}

/** A comparison whose sides differ by less than their errors may end either way. */
function comparison(value: number, difference: number, error: number): Inexact {
  return { value, error: error > 0 && !(Math.abs(difference) > error) ? 1 : 0 };
}

function choice(condition: Inexact, then: Inexact, otherwise: Inexact): Inexact {
  const taken = condition.value !== 0 ? then : otherwise;
  if (condition.error === 0) return taken;
  const apart = Math.abs(then.value - otherwise.value);
  const error = Math.max(then.error, otherwise.error) + apart;
  return { value: taken.value, error: Number.isNaN(error) ? Number.POSITIVE_INFINITY : error };
}

function rounded(value: number, error: number, roundings: number): Inexact {
  // What is no number may be one of other operands.
  if (Number.isNaN(value)) return { value, error: error > 0 ? Number.POSITIVE_INFINITY : 0 };
  const own = roundings === 0 ? 0 : roundings * ROUNDING * Math.abs(value) + SMALLEST;
  const total = error + own;
  return { value, error: Math.abs(value) + total <= LARGEST ? total : Number.POSITIVE_INFINITY };
}

/** 0 · ∞ is 0 here: an exact 0 times whatever is 0. */
function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : Math.abs(a) * b;
}
