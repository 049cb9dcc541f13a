import type { Expr } from "./expr.js";
import { isOperation, sizeOf } from "./tree.js";

/** The order of a commutative operator's operands: numbers, parameters, variables, operations by size, then by text. */
export function canonicalOrder(a: Expr, b: Expr): number {
  const byRank = rank(a) - rank(b);
  if (byRank !== 0) return byRank;
  if (typeof a === "number" && typeof b === "number") return a - b;
  const bySize = sizeOf(a) - sizeOf(b);
  if (bySize !== 0) return bySize;
  const textA = JSON.stringify(a);
  const textB = JSON.stringify(b);
  return textA < textB ? -1 : textA > textB ? 1 : 0;
}

function rank(tree: Expr): number {
  if (typeof tree === "number") return 0;
  if (isOperation(tree)) return 3;
  return tree.startsWith("$") ? 1 : 2;
}
