import { binaryFunctions, clamp, unaryFunctions } from "./apply.js";
import type { BinaryOp, Expr, UnaryOp } from "./expr.js";
import { isOperation } from "./tree.js";

/**
 * What a tree of x without choices tends to as x goes to ∞ or −∞: a number, or ±Infinity where it grows
 * without bound, however slowly; undefined where that cannot be decided part by part (∞ − ∞, 0 · ∞, sin ∞).
 */
export function limitAt(tree: Expr, end: number): number | undefined {
  if (typeof tree === "number") return tree;
  if (!isOperation(tree)) return tree === "x" ? end : undefined;
  const parts = tree.slice(1).map((part) => limitAt(part as Expr, end));
  const [a, b, c] = parts;
  if (a === undefined) return undefined;
  if (tree.length === 2) return known(unaryLimit(tree[0], a));
  if (b === undefined) return undefined;
  if (tree[0] === "clamp") return c === undefined ? undefined : known(clamp(a, b, c));
  return tree.length === 3 ? known(binaryLimit(tree[0], a, b)) : undefined;
}

const known = (limit: number): number | undefined => (Number.isNaN(limit) ? undefined : limit + 0);

function unaryLimit(op: UnaryOp, u: number): number {
  switch (op) {
    case "sign":
      return u === 0 ? Number.NaN : Math.sign(u);
    case "floor":
    case "ceil":
    case "round":
      // At a finite limit it depends on the side from which that is reached.
      return Number.isFinite(u) ? Number.NaN : u;
    case "sin":
    case "cos":
    case "tan":
      return Number.isFinite(u) ? unaryFunctions[op](u) : Number.NaN;
    case "not":
      return Number.NaN;
    default:
      return unaryFunctions[op](u);
  }
}

function binaryLimit(op: BinaryOp, a: number, b: number): number {
  switch (op) {
    case "add":
    case "sub":
    case "mul":
    case "min":
    case "max":
      return binaryFunctions[op](a, b);
    case "div":
      return b === 0 ? Number.NaN : a / b;
    case "pow":
      return (b > 0 && Number.isInteger(b)) || (a > 0 && Number.isFinite(b))
        ? binaryFunctions.pow(a, b)
        : Number.NaN;
    default:
      return Number.NaN;
  }
}
