import { expandedConstant } from "../derivative/expanded-constant.js";
import type { Expr } from "../expr.js";
import { simplify } from "../simplify/simplify.js";
import { isOperation, mapOperands, operandsOf } from "../tree.js";

/**
 * The tree with softplus u − softplus v, u − v = d constant, beyond the middle as d + softplus(−u) −
 * softplus(−v): the terms are as small as their difference there. As they stand, 1 is lost between them from
 * 1e8 on in f32 and 1e16 in f64.
 */
export function smallSoftplusTerms(tree: Expr): Expr {
  if (!isOperation(tree)) return tree;
  const [a, b] = operandsOf(tree, "sub") ?? [];
  const u = operandsOf(a ?? 0, "softplus")?.[0];
  const v = operandsOf(b ?? 0, "softplus")?.[0];
  const d = u === undefined || v === undefined ? undefined : expandedConstant(["sub", u, v]);
  if (u === undefined || v === undefined || d === undefined) return mapOperands(tree, smallSoftplusTerms);
  const mirrored = (operand: Expr): Expr => ["softplus", simplify(["neg", operand])];
  return ["where", ["gt", ["add", u, v], 0], ["add", d, ["sub", mirrored(u), mirrored(v)]], tree];
}
