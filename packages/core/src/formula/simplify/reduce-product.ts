import type { Expr } from "../expr.js";
import { isFixed, isOperation, node, type Operation, sameTree } from "../tree.js";
import { factorOrder } from "./canonical-order.js";
import { reduceSum } from "./reduce-sum.js";
import type { Strictness } from "./strictness.js";

/**
 * A product of any shape as `number · power · power …`: constants multiplied, signs joined, equal factors
 * joined to powers, factors in canonical order. Quotients stay as they are.
 */
export function reduceProduct(tree: Operation, strictness: Strictness): Expr {
  const flat: Expr[] = [];
  const constant = flatten(tree, flat);
  if (constant === 0 && (strictness === "slope" || flat.every(isFixed))) return 0;
  const factors = joinPowers(joinSigns(flat)).sort(factorOrder);
  if (factors.length === 0) return constant;
  const over = overDivisor(constant, factors);
  if (over !== undefined) return over;
  if (strictness === "slope") {
    const split = intoChoice(factors);
    if (split) return split(constant);
  }
  const product = factors.reduce((left, right) => ["mul", left, right]);
  if (constant === 1) return product;
  if (constant === -1) return isSum(product) ? reduceSum(["neg", product]) : ["neg", product];
  const [first = 1, ...rest] = factors;
  return rest.reduce<Expr>((left, right) => ["mul", left, right], ["mul", constant, first]);
}

/** a · (1 / b) is a / b, if there is one such factor. */
function overDivisor(constant: number, factors: readonly Expr[]): Expr | undefined {
  const isReciprocal = (factor: Expr): boolean =>
    isOperation(factor) && factor[0] === "div" && factor[1] === 1;
  const reciprocals = factors.filter(isReciprocal);
  const [reciprocal] = reciprocals;
  if (
    reciprocals.length !== 1 ||
    reciprocal === undefined ||
    !isOperation(reciprocal) ||
    reciprocal[0] !== "div"
  ) {
    return undefined;
  }
  const others = factors.filter((factor) => factor !== reciprocal);
  const above = others.reduce<Expr>((left, right) => (left === 1 ? right : ["mul", left, right]), constant);
  return ["div", above, reciprocal[2]];
}

function isSum(tree: Expr): boolean {
  return isOperation(tree) && (tree[0] === "add" || tree[0] === "sub");
}

/** Appends the factors that are not numbers; returns the product of those that are. */
function flatten(tree: Expr, into: Expr[]): number {
  if (typeof tree === "number") return tree;
  if (isOperation(tree) && tree[0] === "mul") return flatten(tree[1], into) * flatten(tree[2], into);
  if (isOperation(tree) && tree[0] === "neg") return -flatten(tree[1], into);
  if (isOperation(tree) && tree[0] === "div" && typeof tree[1] === "number" && tree[1] !== 1) {
    into.push(["div", 1, tree[2]]);
    return tree[1];
  }
  into.push(tree);
  return 1;
}

/** u · sign(u) is |u|. */
function joinSigns(factors: readonly Expr[]): readonly Expr[] {
  for (const [i, sign] of factors.entries()) {
    if (!isOperation(sign) || sign[0] !== "sign") continue;
    const j = factors.findIndex((factor) => sameTree(factor, sign[1]));
    if (j >= 0) return joinSigns([["abs", sign[1]], ...factors.filter((_, k) => k !== i && k !== j)]);
  }
  return factors;
}

/** x · x and x² · x are powers of x; only whole exponents above 0 are joined. */
function joinPowers(factors: readonly Expr[]): Expr[] {
  const bases: { base: Expr; exponent: number }[] = [];
  for (const factor of factors) {
    const power = wholePower(factor);
    const known = bases.find(({ base }) => sameTree(base, power.base));
    if (known) known.exponent += power.exponent;
    else bases.push(power);
  }
  return bases.map(({ base, exponent }) => (exponent === 1 ? base : node("pow", base, exponent)));
}

function wholePower(factor: Expr): { base: Expr; exponent: number } {
  if (isOperation(factor) && factor[0] === "pow") {
    const [, base, exponent] = factor;
    if (typeof exponent === "number" && exponent > 0 && Number.isInteger(exponent)) return { base, exponent };
  }
  return { base: factor, exponent: 1 };
}

/**
 * A factor that is 0 on one side of a choice: the others move into the other side, where they cannot meet the
 * 0 as ∞ · 0.
 */
function intoChoice(factors: readonly Expr[]): ((constant: number) => Expr) | undefined {
  const at = factors.findIndex(
    (factor) => isOperation(factor) && factor[0] === "where" && (factor[2] === 0 || factor[3] === 0),
  );
  const choice = factors[at];
  if (choice === undefined || !isOperation(choice) || choice[0] !== "where") return undefined;
  const [, condition, then, otherwise] = choice;
  const others = factors.filter((_, i) => i !== at);
  const times = (side: Expr, constant: number): Expr =>
    side === 0
      ? 0
      : reduceProduct(
          others.reduce<Operation>((left, right) => ["mul", left, right], ["mul", constant, side]),
          "slope",
        );
  return (constant) => ["where", condition, times(then, constant), times(otherwise, constant)];
}
