import type { Expr } from "../expr.js";
import { simplify } from "../simplify/simplify.js";
import { isFixed, isOperation, node, sizeOf } from "../tree.js";

const MAX_SIZE = 60;

/**
 * The constant a tree is equal to once its products are multiplied out, if that is so; u · sign(u) counts as
 * |u|.
 */
export function expandedConstant(tree: Expr): Expr | undefined {
  if (sizeOf(tree) > MAX_SIZE) return undefined;
  const expanded = simplify(expand(simplify(tree, "slope")), "slope");
  return isFixed(expanded) ? expanded : undefined;
}

/** A tree with sums of products only, down to functions and quotients. */
export function expand(tree: Expr): Expr {
  if (!isOperation(tree)) return tree;
  switch (tree[0]) {
    case "add":
    case "sub":
      return [tree[0], expand(tree[1]), expand(tree[2])];
    case "neg":
      return multiply(-1, expand(tree[1]));
    case "mul":
      return multiply(expand(tree[1]), expand(tree[2]));
    case "pow":
      return typeof tree[2] === "number" && Number.isInteger(tree[2]) && tree[2] > 1 && tree[2] < 5
        ? multiply(expand(tree[1]), expand(node("pow", tree[1], tree[2] - 1)))
        : tree;
    default:
      return tree;
  }
}

function multiply(a: Expr, b: Expr): Expr {
  if (isOperation(a) && (a[0] === "add" || a[0] === "sub"))
    return [a[0], multiply(a[1], b), multiply(a[2], b)];
  if (isOperation(b) && (b[0] === "add" || b[0] === "sub"))
    return [b[0], multiply(a, b[1]), multiply(a, b[2])];
  return ["mul", a, b];
}
