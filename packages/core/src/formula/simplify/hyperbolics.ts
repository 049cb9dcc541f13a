import type { Expr } from "../expr.js";
import { operandsOf, sameTree } from "../tree.js";
import { productFactors } from "./product-factors.js";
import { argument, product, type Rule } from "./shapes.js";

/**
 * sinh u / cosh u = tanh u and cosh u / coshⁿ u, whose parts overflow where their quotient does not; 1 +
 * sinh² u = cosh² u.
 */
export const hyperbolics: Rule = (tree) => {
  const [square, one] = operandsOf(tree, "add") ?? [];
  if (one === 1 && square !== undefined) {
    const [base, two] = operandsOf(square, "pow") ?? [];
    const u = two === 2 ? argument(base, "sinh") : undefined;
    return u === undefined ? undefined : ["pow", ["cosh", u], 2];
  }
  if (tree[0] !== "div") return undefined;
  const below = productFactors(tree[2]);
  for (const [j, factor] of below.entries()) {
    const [base = factor, exponent = 1] = operandsOf(factor, "pow") ?? [];
    const u = argument(base, "cosh");
    if (u === undefined || typeof exponent !== "number" || exponent < 1) continue;
    const above = productFactors(tree[1]);
    const i = above.findIndex((one) => hyperbolicOf(one, u));
    const met = above[i];
    if (met === undefined) continue;
    const left: Expr = exponent === 1 ? 1 : exponent === 2 ? base : ["pow", base, exponent - 1];
    const numerator = argument(met, "sinh") === undefined ? 1 : (["tanh", u] as const);
    return [
      "div",
      product([...above.filter((_, k) => k !== i), numerator]),
      product([...below.filter((_, k) => k !== j), left]),
    ];
  }
  return undefined;
};

function hyperbolicOf(tree: Expr, u: Expr): boolean {
  const v = argument(tree, "sinh") ?? argument(tree, "cosh");
  return v !== undefined && sameTree(u, v);
}
