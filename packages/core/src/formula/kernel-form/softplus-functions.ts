import type { Expr } from "../expr.js";
import { numberTimes } from "../simplify/number-times.js";
import { type Operation, operandsOf } from "../tree.js";

/**
 * Functions of softplus by e = exp(−|u|), which for u ≥ 0 and below it are fractions over one D, so that they
 * share one exponential and one division. With c = e², d = 1 for u ≥ 0, and c = 1, d = e² for u < 0: N = d +
 * 2e, D = N + 2c; tanh(softplus u) = N / D; σ(2 softplus u) = (1 + e)² / D; σ(−2 softplus u) = c / D.
 */
export function softplusFunction(tree: Operation): Expr | undefined {
  const [op, a] = tree;
  if (op !== "tanh" && op !== "sigmoid") return undefined;
  const [factor, inner] = numberTimes(a);
  const u = operandsOf(inner, "softplus")?.[0];
  if (u === undefined) return undefined;
  const e: Expr = ["exp", ["neg", ["abs", u]]];
  const above: Expr = ["ge", u, 0];
  const square: Expr = ["mul", e, e];
  const twice: Expr = ["add", e, e];
  const c: Expr = ["where", above, square, 1];
  const numerator: Expr = ["add", ["where", above, 1, square], twice];
  const share: Expr = ["div", 1, ["add", ["mul", 2, c], numerator]];
  if (op === "tanh" && factor === 1) return ["mul", numerator, share];
  if (op === "sigmoid" && factor === 2) return ["mul", ["add", ["add", square, twice], 1], share];
  if (op === "sigmoid" && factor === -2) return ["mul", c, share];
  return undefined;
}
