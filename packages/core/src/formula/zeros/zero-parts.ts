import type { Expr } from "../expr.js";
import { complementaryErf } from "../interval/complementary-erf.js";
import { FUNCTION_RULES } from "../interval/function-rules.js";
import { productFactors } from "../simplify/product-factors.js";
import { simplify } from "../simplify/simplify.js";
import { isOperation, type Operation, sameTree } from "../tree.js";
import { cleared } from "./cleared.js";

/**
 * Simpler trees whose zeros hold all zeros of a tree: of a product those of its factors, also of x³ − x, of
 * tanh(u) and u³ those of u, of exp(u) none. What a quotient is divided by gives poles, not zeros.
 */
export function zeroParts(tree: Expr): readonly Expr[] {
  if (typeof tree === "number") return tree === 0 ? [tree] : [];
  if (!isOperation(tree)) return [tree];
  switch (tree[0]) {
    case "mul":
      return [...zeroParts(tree[1]), ...zeroParts(tree[2])];
    case "div":
      return zeroParts(tree[1]);
    case "pow":
      return typeof tree[2] === "number" && tree[2] > 0 ? zeroParts(tree[1]) : [tree];
    case "add":
    case "sub":
      return partsOfSum(tree);
    default:
  }
  if (tree.length !== 2) return [tree];
  const { zeros } = FUNCTION_RULES[tree[0]];
  return zeros === "never" ? [] : zeros === "operand" ? zeroParts(tree[1]) : [tree];
}

function partsOfSum(tree: Operation): readonly Expr[] {
  const product = complementaryErf(tree);
  if (product !== undefined) return zeroParts(product);
  const parts = factored(tree);
  if (parts !== undefined) return parts;
  const equation = cleared(termsOf(tree, 1).map(productOf));
  return equation === undefined ? [tree] : zeroParts(equation);
}

function productOf({ sign, factors }: Term): Expr {
  return factors.reduce<Expr>(
    (product, { base, exponent }) => ["mul", product, exponent === 1 ? base : ["pow", base, exponent]],
    sign,
  );
}

/** A term of a sum as factors with whole exponents. */
interface Term {
  readonly sign: 1 | -1;
  readonly factors: readonly Factor[];
}

interface Factor {
  readonly base: Expr;
  readonly exponent: number;
}

/** The parts of a sum whose terms share a factor. */
function factored(tree: Operation): readonly Expr[] | undefined {
  const terms = termsOf(tree, 1);
  const shared = terms[0]?.factors.find(
    ({ base }) => typeof base !== "number" && terms.every((term) => exponentOf(term, base) > 0),
  )?.base;
  if (shared === undefined) return undefined;
  const least = Math.min(...terms.map((term) => exponentOf(term, shared)));
  const rest = terms
    .map(({ sign, factors }) =>
      factors.reduce<Expr>(
        (product, { base, exponent }) => [
          "mul",
          product,
          ["pow", base, sameTree(base, shared) ? exponent - least : exponent],
        ],
        sign,
      ),
    )
    .reduce((sum, term) => ["add", sum, term]);
  return [...zeroParts(shared), ...zeroParts(simplify(rest, "slope"))];
}

function termsOf(tree: Expr, sign: 1 | -1): readonly Term[] {
  if (isOperation(tree)) {
    const other = sign === 1 ? -1 : 1;
    if (tree[0] === "add") return [...termsOf(tree[1], sign), ...termsOf(tree[2], sign)];
    if (tree[0] === "sub") return [...termsOf(tree[1], sign), ...termsOf(tree[2], other)];
    if (tree[0] === "neg") return termsOf(tree[1], other);
  }
  return [{ sign, factors: productFactors(tree).map(factorOf) }];
}

function factorOf(tree: Expr): Factor {
  const whole =
    isOperation(tree) && tree[0] === "pow" && typeof tree[2] === "number" && Number.isInteger(tree[2]);
  return whole && (tree[2] as number) > 0
    ? { base: tree[1], exponent: tree[2] as number }
    : { base: tree, exponent: 1 };
}

function exponentOf({ factors }: Term, base: Expr): number {
  return factors.find((factor) => sameTree(factor.base, base))?.exponent ?? 0;
}
