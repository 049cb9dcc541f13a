import type { Expr } from "../expr.js";
import { isOperation, mapOperands, sameTree } from "../tree.js";
import { reduce } from "./reduce.js";
import { simplify } from "./simplify.js";
import { STABLE_RULES } from "./stable-rules.js";
import type { Strictness } from "./strictness.js";

const MAX_ROUNDS = 12;

/**
 * A tree simplified and rewritten into functions that neither overflow nor cancel where its value is finite:
 * `log(1 + exp(x))` becomes softplus(x), `x / (1 + exp(-x))` becomes x · sigmoid(x). The canonical form of a
 * formula.
 */
export function stable(tree: Expr, strictness: Strictness = "exact"): Expr {
  let current = simplify(tree, strictness);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = simplify(rewrite(current, strictness, new Map()), strictness);
    if (sameTree(next, current)) return next;
    current = next;
  }
  return current;
}

function rewrite(tree: Expr, strictness: Strictness, done: Map<Expr, Expr>): Expr {
  if (!isOperation(tree)) return tree;
  const known = done.get(tree);
  if (known !== undefined) return known;
  let result: Expr = mapOperands(tree, (operand) => rewrite(operand, strictness, done));
  if (result !== tree && isOperation(result)) result = reduce(result, strictness);
  for (const rule of STABLE_RULES) {
    const better = isOperation(result) ? rule(result) : undefined;
    if (better !== undefined) result = better;
  }
  done.set(tree, result);
  return result;
}
