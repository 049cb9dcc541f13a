import type { Expr } from "../expr.js";
import { isOperation, type Operation, sizeOf } from "../tree.js";

/** The order of factors: numbers, parameters, variables, operations by size, then by text. */
export function factorOrder(a: Expr, b: Expr): number {
  return factorRank(a) - factorRank(b) || bySizeAndText(a, b);
}

/**
 * The order of terms and of what min, max, == compare: variables, operations by size, then by text,
 * parameters, numbers.
 */
export function termOrder(a: Expr, b: Expr): number {
  return termRank(a) - termRank(b) || bySizeAndText(a, b);
}

function factorRank(tree: Expr): number {
  if (typeof tree === "number") return 0;
  if (isOperation(tree)) return 3;
  return tree.startsWith("$") ? 1 : 2;
}

function termRank(tree: Expr): number {
  if (typeof tree === "number") return 3;
  if (isOperation(tree)) return 1;
  return tree.startsWith("$") ? 2 : 0;
}

function bySizeAndText(a: Expr, b: Expr): number {
  const bySize = sizeOf(a) - sizeOf(b);
  if (bySize !== 0) return bySize;
  const textA = textOf(a);
  const textB = textOf(b);
  return textA < textB ? -1 : textA > textB ? 1 : 0;
}

const texts = new WeakMap<Operation, string>();

function textOf(tree: Expr): string {
  if (!isOperation(tree)) return String(tree);
  const known = texts.get(tree);
  if (known !== undefined) return known;
  const text = JSON.stringify(tree);
  texts.set(tree, text);
  return text;
}
