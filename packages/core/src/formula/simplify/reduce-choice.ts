import type { Expr } from "../expr.js";
import { isOperation, mapOperands, sameTree } from "../tree.js";
import type { Strictness } from "./strictness.js";

/** A choice: known conditions, equal sides, negated conditions, and what each side may assume. */
export function reduceChoice(condition: Expr, then: Expr, otherwise: Expr, strictness: Strictness): Expr {
  if (typeof condition === "number") return condition !== 0 ? then : otherwise;
  if (sameTree(then, otherwise)) return then;
  if (isOperation(condition) && condition[0] === "not")
    return reduceChoice(condition[1], otherwise, then, strictness);
  const known = assume(condition, then, "holds");
  const rest =
    strictness === "slope"
      ? assume(condition, otherwise, "fails")
      : assumeChoices(condition, otherwise, "fails");
  if (sameTree(known, rest)) return known;
  return ["where", condition, known, rest];
}

/**
 * The tree where the condition is known: the same choice is made, max and min of the compared sides are one
 * of them.
 */
function assume(condition: Expr, tree: Expr, truth: "holds" | "fails"): Expr {
  const chosen = assumeChoices(condition, tree, truth);
  const greater = greaterSide(condition, truth);
  if (!greater) return chosen;
  const [large, small] = greater;
  const visit = (part: Expr): Expr => {
    if (!isOperation(part)) return part;
    if (part[0] === "max" || part[0] === "min") {
      const [, a, b] = part;
      const compared =
        (sameTree(a, large) && sameTree(b, small)) || (sameTree(a, small) && sameTree(b, large));
      if (compared) return part[0] === "max" ? large : small;
    }
    return mapOperands(part, visit);
  };
  return visit(chosen);
}

function assumeChoices(condition: Expr, tree: Expr, truth: "holds" | "fails"): Expr {
  if (!isOperation(tree)) return tree;
  if (tree[0] === "where" && sameTree(tree[1], condition)) {
    return assumeChoices(condition, truth === "holds" ? tree[2] : tree[3], truth);
  }
  return mapOperands(tree, (operand) => assumeChoices(condition, operand, truth));
}

/**
 * [larger, smaller] of a comparison's sides; a comparison that fails says so only for numbers, not for NaN.
 */
function greaterSide(condition: Expr, truth: "holds" | "fails"): readonly [Expr, Expr] | undefined {
  if (!isOperation(condition)) return undefined;
  const [op, a, b] = condition;
  if (b === undefined) return undefined;
  const right = b as Expr;
  if (op === "gt" || op === "ge") return truth === "holds" ? [a, right] : [right, a];
  if (op === "lt" || op === "le") return truth === "holds" ? [right, a] : [a, right];
  return undefined;
}
