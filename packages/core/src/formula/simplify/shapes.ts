import { log } from "../../math/log.js";
import type { Expr } from "../expr.js";
import { isOperation, type Operation, operandsOf } from "../tree.js";
import { numberTimes } from "./number-times.js";
import { simplify } from "./simplify.js";

/** A rewrite of one node in canonical form, or undefined where it does not fit. */
export type Rule = (tree: Operation) => Expr | undefined;

/** −u, simplified. */
export const negate = (u: Expr): Expr => simplify(["neg", u]);
/** c · u, simplified. */
export const times = (factor: number, u: Expr): Expr => simplify(["mul", factor, u]);
export const sigmoidOf = (u: Expr): Expr => ["sigmoid", u];
/** The product of factors, 1 of none. */
export const product = (factors: readonly Expr[]): Expr =>
  factors.reduce<Expr>((left, right) => (left === 1 ? right : ["mul", left, right]), 1);

/** The operand of a function, if the tree is that function of something. */
export const argument = (tree: Expr | undefined, op: Operation[0]): Expr | undefined =>
  tree === undefined ? undefined : operandsOf(tree, op)?.[0];

/** u of `exp(u) + 1`. */
export function onePlusExp(tree: Expr): Expr | undefined {
  const sum = operandsOf(tree, "add");
  return sum?.[1] === 1 ? argument(sum[0], "exp") : undefined;
}

/** [u, v] of `exp(u) + exp(v)`. */
export function twoExps(tree: Expr, op: "add" | "sub"): readonly [Expr, Expr] | undefined {
  const [a, b] = operandsOf(tree, op) ?? [];
  const u = argument(a, "exp");
  const v = argument(b, "exp");
  return u !== undefined && v !== undefined ? [u, v] : undefined;
}

/** f · exp(v) + c with positive numbers f and c, not both 1, as c (1 + eᵘ): u = v + log(f / c). */
export interface ScaledOnePlusExp {
  readonly f: number;
  readonly v: Expr;
  readonly c: number;
  readonly u: Expr;
}

export function scaledOnePlusExp(tree: Expr): ScaledOnePlusExp | undefined {
  const [scaled, c] = operandsOf(tree, "add") ?? [];
  if (scaled === undefined || typeof c !== "number" || c <= 0) return undefined;
  const [f, rest] = numberTimes(scaled);
  const v = argument(rest, "exp");
  if (v === undefined || f <= 0 || (f === 1 && c === 1)) return undefined;
  return { f, v, c, u: simplify(["add", v, log(f) - log(c)]) };
}

/** The terms of a sum with their signs. */
export function sumTerms(
  tree: Expr,
  sign: 1 | -1 = 1,
): readonly { readonly sign: 1 | -1; readonly term: Expr }[] {
  if (!isOperation(tree)) return [{ sign, term: tree }];
  if (tree[0] === "neg") return sumTerms(tree[1], sign === 1 ? -1 : 1);
  if (tree[0] === "add") return [...sumTerms(tree[1], sign), ...sumTerms(tree[2], sign)];
  if (tree[0] === "sub") return [...sumTerms(tree[1], sign), ...sumTerms(tree[2], sign === 1 ? -1 : 1)];
  return [{ sign, term: tree }];
}
