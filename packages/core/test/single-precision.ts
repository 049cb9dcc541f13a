import { applyBinary, applyUnary, clamp } from "../src/formula/apply.js";
import type { BinaryOp, Expr, UnaryOp } from "../src/formula/expr.js";

/**
 * A tree's value with every number and every operation rounded to f32, both sides of a choice computed, as
 * kernels do.
 */
export function evaluateSingle(tree: Expr, variables: Readonly<Record<string, number>>): number {
  if (typeof tree === "number") return Math.fround(tree);
  if (typeof tree === "string") {
    const value = variables[tree];
    if (value === undefined) throw new Error(`no value for ${tree}`);
    return Math.fround(value);
  }
  const [op, ...parts] = tree as readonly [string, ...Expr[]];
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = parts.map((part) =>
    evaluateSingle(part, variables),
  );
  if (op === "where") return a !== 0 ? b : c;
  if (op === "clamp") return clamp(a, b, c);
  return Math.fround(parts.length === 1 ? applyUnary(op as UnaryOp, a) : applyBinary(op as BinaryOp, a, b));
}
