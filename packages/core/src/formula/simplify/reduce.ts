import { applyBinary, applyUnary, clamp } from "../apply.js";
import type { BinaryOp, Expr, UnaryOp } from "../expr.js";
import { isOperation, type Operation, operands } from "../tree.js";
import { reduceChoice } from "./reduce-choice.js";
import { reduceComparison } from "./reduce-comparison.js";
import { reduceExtreme } from "./reduce-extreme.js";
import { reducePower } from "./reduce-power.js";
import { reduceProduct } from "./reduce-product.js";
import { reduceSum } from "./reduce-sum.js";
import { reduceUnary } from "./reduce-unary.js";
import type { Strictness } from "./strictness.js";

/**
 * One node whose operands are reduced already, by the rules of its operator; equal to it for all finite
 * values.
 */
export function reduce(tree: Operation, strictness: Strictness): Expr {
  const folded = foldConstants(tree);
  if (folded !== undefined) return folded;
  switch (tree[0]) {
    case "add":
    case "sub":
      return reduceSum(tree);
    case "neg":
    case "mul":
      return reduceProduct(tree, strictness);
    case "div":
      return reduceQuotient(tree[1], tree[2], strictness);
    case "pow":
      return reducePower(tree[1], tree[2]);
    case "min":
    case "max":
      return reduceExtreme(tree);
    case "where":
      return reduceChoice(tree[1], tree[2], tree[3], strictness);
    case "clamp":
      return tree;
    case "lt":
    case "le":
    case "gt":
    case "ge":
    case "eq":
    case "ne":
      return reduceComparison(tree[0], tree[1], tree[2]);
    case "and":
    case "or":
      return reduceConnective(tree[0], tree[1], tree[2]);
    default:
      return reduceUnary(tree[0], tree[1]);
  }
}

/** A node of numbers is a number, unless that is not finite. */
function foldConstants(tree: Operation): number | undefined {
  if (tree[0] === "where" || !operands(tree).every((operand) => typeof operand === "number"))
    return undefined;
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = operands(tree) as readonly number[];
  const value =
    tree[0] === "clamp"
      ? clamp(a, b, c)
      : tree.length === 2
        ? applyUnary(tree[0] as UnaryOp, a)
        : applyBinary(tree[0] as BinaryOp, a, b);
  return Number.isFinite(value) ? value + 0 : undefined;
}

/** A constant divisor becomes a factor; signs move out. */
function reduceQuotient(a: Expr, b: Expr, strictness: Strictness): Expr {
  if (typeof b === "number" && b !== 0 && Number.isFinite(1 / b)) {
    return reduce(["mul", 1 / b, a], strictness);
  }
  if (a === 0 && strictness === "slope") return 0;
  const [c, above] = coefficient(a);
  const [d, below] = coefficient(b);
  if (d === 0 || !Number.isFinite(c / d)) return ["div", a, b];
  const quotient: Expr = ["div", reduce(["mul", Math.abs(c / d), above], strictness), below];
  return c < 0 !== d < 0 ? ["neg", quotient] : quotient;
}

/** c · a · b … as [c, a · b …]. */
function coefficient(tree: Expr): [number, Expr] {
  if (typeof tree === "number") return [tree, 1];
  if (!isOperation(tree)) return [1, tree];
  if (tree[0] === "neg") return [-1, tree[1]];
  if (tree[0] !== "mul") return [1, tree];
  const [, a, b] = tree;
  if (typeof a === "number") return [a, b];
  const [factor, rest] = coefficient(a);
  return factor === 1 ? [1, tree] : [factor, ["mul", rest, b]];
}

function reduceConnective(op: "and" | "or", a: Expr, b: Expr): Expr {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (typeof one !== "number" || !isCondition(other)) continue;
    if (op === "and") return one !== 0 ? other : 0;
    return one !== 0 ? 1 : other;
  }
  return [op, a, b];
}

/** Whether a tree's value is 0 or 1 in any case. */
function isCondition(tree: Expr): boolean {
  return isOperation(tree) && ["lt", "le", "gt", "ge", "eq", "ne", "and", "or", "not"].includes(tree[0]);
}
