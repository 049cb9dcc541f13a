import type { Expr } from "../expr.js";
import { numberTimes } from "../simplify/number-times.js";
import { isOperation, operandsOf } from "../tree.js";

/**
 * c + c · erf u = c · erfc(−u) and c − c · erf u = c · erfc u as products, which do not cancel far out;
 * undefined for other trees.
 */
export function complementaryErf(tree: Expr): Expr | undefined {
  if (!isOperation(tree) || (tree[0] !== "add" && tree[0] !== "sub")) return undefined;
  const [a, b] = [tree[1], tree[2]];
  const [constant, other] = typeof a === "number" ? [a, b] : [b, a];
  const [factor, erf] = numberTimes(other);
  const u = operandsOf(erf, "erf")?.[0];
  if (typeof constant !== "number" || u === undefined) return undefined;
  // erf's sign in the sum: − in c − erf u; in erf u − c the constant's is turned.
  const [c, f] =
    tree[0] === "add" ? [constant, factor] : other === b ? [constant, -factor] : [-constant, factor];
  if (c === f) return ["mul", c, ["erfc", ["neg", u]]];
  return c === -f ? ["mul", c, ["erfc", u]] : undefined;
}
