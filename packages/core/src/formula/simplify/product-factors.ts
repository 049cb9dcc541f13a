import type { Expr } from "../expr.js";
import { isOperation } from "../tree.js";

/**
 * The factors of a product from left to right; a tree that is no product is its only factor, −a is [−1, a].
 */
export function productFactors(tree: Expr): Expr[] {
  if (!isOperation(tree)) return [tree];
  if (tree[0] === "neg") return [-1, ...productFactors(tree[1])];
  return tree[0] === "mul" ? [...productFactors(tree[1]), ...productFactors(tree[2])] : [tree];
}
