import type { Expr } from "../expr.js";
import { isOperation, type Operation } from "../tree.js";

/**
 * How fast a tree may grow with its variables at most: the degree of a polynomial, Infinity for exponentials.
 */
export function growth(tree: Expr): number {
  if (typeof tree === "number") return 0;
  if (typeof tree === "string") return tree.startsWith("x") ? 1 : 0;
  switch (tree[0]) {
    case "add":
    case "sub":
    case "min":
    case "max":
      return Math.max(growth(tree[1]), growth(tree[2]));
    case "mul":
      return growth(tree[1]) + growth(tree[2]);
    case "div":
      return growth(tree[1]);
    case "pow":
      return typeof tree[2] === "number" ? Math.max(0, tree[2] * growth(tree[1])) : Number.POSITIVE_INFINITY;
    case "sqrt":
      return growth(tree[1]) / 2;
    case "where":
      return Math.max(growth(tree[2]), growth(tree[3]));
    case "clamp":
      return Math.max(growth(tree[2]), growth(tree[3]));
    case "exp":
    case "expm1":
      return isNeverPositive(tree[1]) || growth(tree[1]) === 0 ? 0 : Number.POSITIVE_INFINITY;
    case "sinh":
    case "cosh":
      return growth(tree[1]) === 0 ? 0 : Number.POSITIVE_INFINITY;
    case "neg":
    case "abs":
    case "floor":
    case "ceil":
    case "round":
    case "log":
    case "log1p":
    case "log2":
    case "log10":
    case "asinh":
    case "acosh":
    case "softplus":
      return growth(tree[1]);
    default:
      return 0;
  }
}

/**
 * Whether a tree is a factor that dies out on some side: an exponential, a sigmoid or erfc of something that
 * grows, 1 ± erf.
 */
export function decays(tree: Expr): boolean {
  if (!isOperation(tree)) return false;
  if (tree[0] === "pow") return decays(tree[1]);
  if (tree[0] === "add" || tree[0] === "sub") {
    return [tree[1], tree[2]].every((part) => part === 1 || (isOperation(part) && part[0] === "erf"));
  }
  return (tree[0] === "exp" || tree[0] === "sigmoid" || tree[0] === "erfc") && growth(tree[1]) > 0;
}

function isNeverPositive(tree: Expr): boolean {
  if (typeof tree === "number") return tree <= 0;
  if (!isOperation(tree)) return false;
  if (tree[0] === "neg") return isNeverNegative(tree[1]);
  if (tree[0] === "min") return isNeverPositive(tree[1]) || isNeverPositive(tree[2]);
  return tree[0] === "mul" && typeof tree[1] === "number" && tree[1] < 0 && isNeverNegative(tree[2]);
}

/** Whether a tree is visibly never below 0. */
export function isNeverNegative(tree: Expr): boolean {
  if (typeof tree === "number") return tree >= 0;
  if (!isOperation(tree)) return false;
  return isSquare(tree) || ["abs", "exp", "sigmoid", "softplus", "sqrt", "cosh", "erfc"].includes(tree[0]);
}

function isSquare(tree: Operation): boolean {
  return tree[0] === "pow" && typeof tree[2] === "number" && tree[2] % 2 === 0;
}
