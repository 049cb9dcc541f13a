import { comparedDifference, decide } from "./decide.js";
import type { Expr } from "./expr.js";
import { type Flatness, flatnessOf } from "./flatness.js";
import { enclose } from "./interval/enclose.js";
import { between } from "./interval/enclosure.js";
import { genericBoxes } from "./interval/generic-boxes.js";
import { simplify } from "./simplify/simplify.js";
import { MAX_F32 } from "./stretch.js";
import { isOperation, mapOperands, type Operation, operands, readsNoise, sameTree, sizeOf } from "./tree.js";
import { zeroSlope } from "./zero-slope.js";

/** Limit on the nodes examined before a slope is evaluated instead. */
const MAX_NODES = 5000;

export interface LiveCondition {
  readonly condition: Expr;
  /** Whether it asks for the value of a slope somewhere, besides the sides that choices take. */
  readonly asksForValue: boolean;
}

/**
 * A condition in the variables of a slope, parameters among them: the slope is not identically zero around
 * here. It asks which sides the slope's choices take, not what it is, so that a slope which f32 rounds to 0
 * is none. Only of a side of which neither can be proven (steps, sums that may cancel everywhere) it asks
 * whether its value is 0.
 */
export function liveCondition(slope: Expr): LiveCondition {
  const work = { nodes: 0, asksForValue: false };
  const condition = live(simplify(slope, "slope"), work);
  return { condition, asksForValue: work.asksForValue };
}

interface Progress {
  nodes: number;
  asksForValue: boolean;
}

function live(slope: Expr, work: Progress): Expr {
  if (typeof slope === "number") return slope === 0 ? 0 : 1;
  work.nodes += sizeOf(slope);
  if (work.nodes > MAX_NODES) return hasValue(slope, work);
  const known = flatnessEverywhere(slope);
  if (known !== "open") return known === "flat" ? 0 : 1;
  const choice = firstChoice(slope);
  if (choice === undefined) {
    const { intervals, proven } = zeroSlope(slope);
    return proven && intervals.length === 0 ? 1 : hasValue(slope, work);
  }
  const [condition, then, otherwise] = sidesOf(choice);
  const sideOf = (side: Expr): Expr => live(simplify(replaced(slope, choice, side), "slope"), work);
  return either(condition, sideOf(then), sideOf(otherwise));
}

/** What holds for the whole line. */
function flatnessEverywhere(slope: Expr): Flatness {
  const line = between(-MAX_F32, MAX_F32);
  let analytic = true;
  decide(slope, {
    sign: () => "unknown",
    branch: (point) => {
      if (!genericBoxes(point, line).some((boxes) => enclose(point, boxes)?.zero === false)) analytic = false;
      return undefined;
    },
  });
  return flatnessOf(slope, line, analytic);
}

function hasValue(slope: Expr, work: Progress): Expr {
  work.asksForValue = true;
  return ["ne", slope, 0];
}

/** A condition that holds where `then` does on the one side of a choice and `otherwise` on the other. */
function either(condition: Expr, then: Expr, otherwise: Expr): Expr {
  if (sameTree(then, otherwise)) return then;
  // What is drawn for each example takes either side at some time.
  if (readsNoise(condition)) {
    if (then === 0 || otherwise === 1) return otherwise;
    return otherwise === 0 || then === 1 ? then : ["or", then, otherwise];
  }
  const fails: Expr = ["not", condition];
  if (then === 1) return otherwise === 0 ? condition : ["or", condition, otherwise];
  if (otherwise === 1) return then === 0 ? fails : ["or", fails, then];
  if (then === 0) return ["and", fails, otherwise];
  if (otherwise === 0) return ["and", condition, then];
  return ["or", ["and", condition, then], ["and", fails, otherwise]];
}

/** A choice of a tree that no other choice decides: outermost first, conditions last. */
function firstChoice(tree: Expr): Operation | undefined {
  if (!isOperation(tree)) return undefined;
  if (tree[0] === "where" || tree[0] === "clamp" || comparedDifference(tree) !== undefined) return tree;
  for (const operand of operands(tree)) {
    const found = firstChoice(operand);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** [c, a, b]: a choice is a where c holds, else b. */
function sidesOf(choice: Operation): readonly [Expr, Expr, Expr] {
  switch (choice[0]) {
    case "where":
      return [choice[1], choice[2], choice[3]];
    case "clamp":
      return sidesOf(["min", ["max", choice[1], choice[2]], choice[3]]);
    case "max":
      return [["gt", choice[1], choice[2]], choice[1], choice[2]];
    case "min":
      return [["lt", choice[1], choice[2]], choice[1], choice[2]];
    case "abs":
      return [["gt", choice[1], 0], choice[1], ["neg", choice[1]]];
    case "sign":
      return [["gt", choice[1], 0], 1, -1];
    default:
      return [choice, 1, 0];
  }
}

function replaced(tree: Expr, choice: Operation, side: Expr): Expr {
  if (!isOperation(tree)) return tree;
  if (sameTree(tree, choice)) return side;
  return mapOperands(tree, (operand) => replaced(operand, choice, side));
}
