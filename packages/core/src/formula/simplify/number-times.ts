import type { Expr } from "../expr.js";
import { isOperation } from "../tree.js";

/** [c, u] of c · u, [−1, u] of −u, [1, u] of anything else. */
export function numberTimes(tree: Expr): readonly [factor: number, rest: Expr] {
  if (isOperation(tree) && tree[0] === "neg") return [-1, tree[1]];
  if (isOperation(tree) && tree[0] === "mul" && typeof tree[1] === "number") return [tree[1], tree[2]];
  return [1, tree];
}
