import type { Expr } from "../expr.js";
import { isFixed } from "../tree.js";
import { termOrder } from "./canonical-order.js";

type Comparison = "lt" | "le" | "gt" | "ge" | "eq" | "ne";
const MIRRORED = { lt: "gt", le: "ge", gt: "lt", ge: "le", eq: "eq", ne: "ne" } as const;

/** A comparison with what varies on its left: `0 < x` is `x > 0`. */
export function reduceComparison(op: Comparison, a: Expr, b: Expr): Expr {
  const swap = isFixed(a) !== isFixed(b) ? isFixed(a) : termOrder(a, b) > 0;
  return swap ? [MIRRORED[op], b, a] : [op, a, b];
}
