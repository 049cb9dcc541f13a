import type { Expr } from "../expr.js";
import { isFixed, operandsOf, sameTree } from "../tree.js";
import { productFactors } from "./product-factors.js";
import { argument, negate, product, type Rule, scaledOnePlusExp, sigmoidOf, sumTerms } from "./shapes.js";

/**
 * a / (f eᵛ + c) = a σ(−u) / c and eᵛ / (f eᵛ + c) = σ(u) / f with u = v + log(f / c). Over c x + eʷ, w a
 * multiple of x, as in x / (x/a + e^(−x/b)), whose slope has eʷ above and below: eʷ / (c x + eʷ) = 1 / (1 + c
 * x e⁻ʷ), which goes to 0 where the former becomes ∞ / ∞.
 */
export const expQuotients: Rule = (tree) => {
  if (tree[0] !== "div") return undefined;
  const [, above, below] = tree;
  const scaled = scaledOnePlusExp(below);
  if (scaled !== undefined) {
    const { f, v, c, u } = scaled;
    const rest = withoutFactor(above, ["exp", v]);
    if (rest !== undefined) return ["mul", ["div", rest, f], sigmoidOf(u)];
    return ["mul", ["div", above, c], sigmoidOf(negate(u))];
  }
  const [line, w] = lineAndExp(below) ?? [];
  if (line === undefined || w === undefined) return undefined;
  const power: Expr = ["exp", w];
  const terms = sumTerms(above).map(({ sign, term }) => ({ sign, term, rest: withoutFactor(term, power) }));
  if (!terms.some(({ rest }) => rest !== undefined)) return undefined;
  const share: Expr = ["div", 1, ["add", 1, ["mul", line, ["exp", negate(w)]]]];
  return terms.reduce<Expr>(
    (sum, { sign, term, rest }) => [
      sign === 1 ? "add" : "sub",
      sum,
      rest === undefined ? ["div", term, below] : ["mul", rest, share],
    ],
    0,
  );
};

/** [c x, w] of c x + eʷ where w is a multiple of x: the line is 0 at x = 0 alone, where e⁻ʷ is 1. */
function lineAndExp(tree: Expr): readonly [line: Expr, w: Expr] | undefined {
  const sum = operandsOf(tree, "add") ?? [];
  for (const [line, other] of [
    [sum[0], sum[1]],
    [sum[1], sum[0]],
  ] as const) {
    const w = argument(other, "exp");
    if (line !== undefined && w !== undefined && isMultipleOfX(line) && isMultipleOfX(w)) return [line, w];
  }
  return undefined;
}

/** What a product, or a product over a constant, is without a factor; undefined where it has no such. */
function withoutFactor(tree: Expr, factor: Expr): Expr | undefined {
  const [above, below] = operandsOf(tree, "div") ?? [];
  if (above !== undefined && below !== undefined && isFixed(below)) {
    const rest = withoutFactor(above, factor);
    return rest === undefined ? undefined : ["div", rest, below];
  }
  const factors = productFactors(tree);
  const at = factors.findIndex((one) => sameTree(one, factor));
  return at < 0 ? undefined : product(factors.filter((_, i) => i !== at));
}

/** Whether a tree is x times and over constants. */
function isMultipleOfX(tree: Expr): boolean {
  const [above, below] = operandsOf(tree, "div") ?? [];
  if (above !== undefined && below !== undefined) return isFixed(below) && isMultipleOfX(above);
  const inner = operandsOf(tree, "neg")?.[0];
  if (inner !== undefined) return isMultipleOfX(inner);
  const varying = productFactors(tree).filter((factor) => !isFixed(factor));
  const [only] = varying;
  return (
    varying.length === 1 &&
    only !== undefined &&
    (only === "x" || (operandsOf(only, "div") !== undefined && isMultipleOfX(only)))
  );
}
