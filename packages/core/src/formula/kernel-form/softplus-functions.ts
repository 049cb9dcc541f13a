import type { Expr } from "../expr.js";
import { numberTimes } from "../simplify/number-times.js";
import { simplify } from "../simplify/simplify.js";
import { type Operation, operandsOf } from "../tree.js";

/**
 * Functions of softplus by q = σ(u), s = σ(−u) = exp(−softplus u) and r = 1 / (1 + s²), which share one exponential
 * and one division: tanh(softplus u) = q (1 + s) r; σ(2 softplus u) = r; σ(−2 softplus u) = s² r.
 */
export function softplusFunction(tree: Operation): Expr | undefined {
  const [op, a] = tree;
  if (op !== "tanh" && op !== "sigmoid") return undefined;
  const [factor, inner] = numberTimes(a);
  const u = operandsOf(inner, "softplus")?.[0];
  if (u === undefined) return undefined;
  const s: Expr = ["sigmoid", simplify(["neg", u])];
  const square: Expr = ["mul", s, s];
  const r: Expr = ["div", 1, ["add", square, 1]];
  if (op === "tanh" && factor === 1) return ["mul", ["mul", ["sigmoid", u], ["add", s, 1]], r];
  if (op === "sigmoid" && factor === 2) return r;
  if (op === "sigmoid" && factor === -2) return ["mul", square, r];
  return undefined;
}
