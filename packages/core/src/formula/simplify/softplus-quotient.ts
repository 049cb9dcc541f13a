import type { Expr } from "../expr.js";
import { type Operation, operandsOf, sameTree } from "../tree.js";
import { productFactors } from "./product-factors.js";
import { simplify } from "./simplify.js";

/**
 * (w² − 1)/(w² + 1) = tanh(softplus u) with w = 1 + eᵘ, also multiplied out as (e²ᵘ + 2eᵘ)/(e²ᵘ + 2eᵘ + 2):
 * how mish is written with one exponential. Squares of eᵘ overflow at half of what eᵘ bears.
 */
export function softplusQuotient(tree: Operation): Expr | undefined {
  if (tree[0] !== "div") return undefined;
  const found = squareAboveOne(tree[2]);
  if (found === undefined) return undefined;
  let rest = productFactors(tree[1]);
  for (const wanted of found.above) {
    const at = rest.findIndex((factor) => sameTree(factor, wanted));
    if (at < 0) return undefined;
    rest = rest.filter((_, i) => i !== at);
  }
  return rest.reduce<Expr>((left, right) => ["mul", left, right], ["tanh", ["softplus", found.u]]);
}

/** u where a tree is w² + 1, and the factors of w² − 1 as they are then written. */
function squareAboveOne(tree: Expr): { readonly u: Expr; readonly above: readonly Expr[] } | undefined {
  const [n, one] = operandsOf(tree, "add") ?? [];
  if (n === undefined) return undefined;
  if (one === 1) {
    const [w, two] = operandsOf(n, "pow") ?? [];
    const u = w === undefined || two !== 2 ? undefined : exponentOfSum(w, 1);
    return u === undefined ? undefined : { u, above: [["sub", n, 1]] };
  }
  if (one !== 2) return undefined;
  const factors = productFactors(n);
  const [first, second] = factors;
  const u = first === undefined ? undefined : exponentOf(first);
  if (u !== undefined && second !== undefined && factors.length === 2) {
    const v = exponentOfSum(second, 2);
    return v !== undefined && sameTree(u, v) ? { u, above: factors } : undefined;
  }
  const [twice, square] = operandsOf(n, "add") ?? [];
  const [two, e] = twice === undefined ? [] : productFactors(twice);
  const v = two === 2 && e !== undefined ? exponentOf(e) : undefined;
  return v !== undefined && square !== undefined && sameTree(square, ["exp", simplify(["mul", 2, v])])
    ? { u: v, above: [n] }
    : undefined;
}

function exponentOf(tree: Expr): Expr | undefined {
  return operandsOf(tree, "exp")?.[0];
}

/** u of eᵘ + n. */
function exponentOfSum(tree: Expr, n: number): Expr | undefined {
  const [e, number] = operandsOf(tree, "add") ?? [];
  return number === n && e !== undefined ? exponentOf(e) : undefined;
}
