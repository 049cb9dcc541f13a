import type { Expr } from "../expr.js";
import { numberTimes } from "../simplify/number-times.js";
import { simplify } from "../simplify/simplify.js";
import { isOperation, mapOperands, type Operation } from "../tree.js";

/** From where a kink is looked at. */
export interface Direction {
  /** The variable that moves. */
  readonly along: string;
  readonly side: "torch" | "left" | "right";
  /** A tree's slope in that variable. */
  rise(tree: Expr): Expr;
  /** Whether another kink lies where the sides of a max or min are equal: 0, 1 or a condition. */
  meeting(extreme: Operation): Expr;
}

/**
 * A condition as it is just left or right of the point, so that a choice's slope is one-sided where the
 * compared sides are equal; unchanged under PyTorch's convention, where a comparison counts as it is written.
 */
export function limitCondition(condition: Expr, direction: Direction): Expr {
  if (direction.side === "torch" || !isOperation(condition)) return condition;
  switch (condition[0]) {
    case "and":
    case "or":
      return [condition[0], limitCondition(condition[1], direction), limitCondition(condition[2], direction)];
    case "not":
      return ["not", limitCondition(condition[1], direction)];
    case "lt":
    case "le":
    case "gt":
    case "ge":
      return limitComparison(condition[0], condition[1], condition[2], direction);
    default:
      return condition;
  }
}

/**
 * A tree whose steps are as they are just left or right of the point: sign(x) is 0 at 0 alone, and so would
 * the slope of sign(x) · log(1 + |x|) be there; unchanged under PyTorch's convention.
 */
export function limitSteps(tree: Expr, direction: Direction): Expr {
  if (direction.side === "torch" || !isOperation(tree)) return tree;
  const inner = mapOperands(tree, (operand) => limitSteps(operand, direction));
  if (!isOperation(inner)) return inner;
  if (inner[0] === "sign") return ["where", limitCondition(["gt", inner[1], 0], direction), 1, -1];
  return inner[0] === "where" ? ["where", limitCondition(inner[1], direction), inner[2], inner[3]] : inner;
}

/** Increasing functions that are 0 where their operand is. */
const SIGNED: ReadonlySet<string> = new Set("expm1 log1p tanh sinh erf atan asinh atanh".split(" "));

/**
 * A simpler tree that has the sign of a tree everywhere, so that a flat crossing such as that of x³ rises: x.
 */
function withSameSign(tree: Expr): Expr {
  if (!isOperation(tree)) return tree;
  if (tree[0] === "neg") return ["neg", withSameSign(tree[1])];
  if (SIGNED.has(tree[0])) return withSameSign(tree[1]);
  const odd = tree[0] === "pow" && typeof tree[2] === "number" && tree[2] > 0 && tree[2] % 2 === 1;
  if (odd) return withSameSign(tree[1]);
  const [factor, rest] = numberTimes(tree);
  if (rest === tree || factor === 0) return tree;
  return factor > 0 ? withSameSign(rest) : ["neg", withSameSign(rest)];
}

function limitComparison(
  op: "lt" | "le" | "gt" | "ge",
  a: Expr,
  b: Expr,
  { side, rise: riseOf }: Direction,
): Expr {
  const rise = simplify(riseOf(withSameSign(simplify(["sub", a, b], "slope"))), "slope");
  if (rise === 0) return [op, a, b];
  const above = op === "gt" || op === "ge";
  if (typeof rise === "number") {
    // Just left of a tie the difference a − b is below 0 where it rises.
    const belowZero = rise > 0 === (side === "left");
    return [above ? (belowZero ? "gt" : "ge") : belowZero ? "le" : "lt", a, b];
  }
  const towards = above === (side === "right") ? "gt" : "lt";
  return ["or", [above ? "gt" : "lt", a, b], ["and", ["eq", a, b], [towards, rise, 0]]];
}
