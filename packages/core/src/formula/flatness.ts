import type { Expr } from "./expr.js";
import { enclose } from "./interval/enclose.js";
import { between, exactly } from "./interval/enclosure.js";
import { genericBoxes } from "./interval/generic-boxes.js";
import { outcomes } from "./outcomes.js";
import { simplify } from "./simplify/simplify.js";
import { pointsIn } from "./stretch.js";
import { isOperation, operands } from "./tree.js";
import type { Sliver } from "./zeros/sliver.js";

/**
 * `flat`: identically zero; `sloped`: zero at most at single points; `open`: the one or the other, or not
 * known.
 */
export type Flatness = "flat" | "sloped" | "open";

/**
 * Whether a slope is identically zero on a stretch of x without branch points, whatever choices are left in
 * it.
 */
export function flatnessOf(slope: Expr, stretch: Sliver, analytic: boolean): Flatness {
  const all = outcomes(slope);
  if (all === undefined || !all.decidedBy.every((difference) => isDefined(difference, stretch)))
    return "open";
  let found: Flatness | undefined;
  for (const tree of all.trees) {
    // Most need no simplification, which takes longest.
    const sloped = isSloped(tree, stretch, analytic) || isSloped(simplify(tree, "slope"), stretch, analytic);
    const one: Flatness = sloped ? "sloped" : simplify(tree, "slope") === 0 ? "flat" : "open";
    if (one === "open" || (found !== undefined && one !== found)) return "open";
    found = one;
  }
  return found ?? "open";
}

/** Whether a tree surely has a value at each point of a stretch, for generic values of its parameters. */
function isDefined(tree: Expr, { low, high }: Sliver): boolean {
  return genericBoxes(tree, between(low, high)).some((boxes) => enclose(tree, boxes) !== undefined);
}

/**
 * Whether a tree without choices is zero at most at single points of a stretch: what is analytic is, unless
 * it is zero everywhere, so that one point of which interval arithmetic says so is enough.
 */
export function isSloped(tree: Expr, { low, high }: Sliver, analytic: boolean): boolean {
  if (typeof tree === "number") return tree !== 0;
  const isNonzero = (from: number, to: number): boolean =>
    genericBoxes(tree, from === to ? exactly(from) : between(from, to)).some(
      (boxes) => enclose(tree, boxes)?.zero === false,
    );
  if (isNonzero(low, high)) return true;
  return analytic && !hasSteps(tree) && pointsIn({ low, high }).some((x) => isNonzero(x, x));
}

function hasSteps(tree: Expr): boolean {
  if (!isOperation(tree)) return false;
  return ["floor", "ceil", "round", "sign", "abs", "not"].includes(tree[0]) || operands(tree).some(hasSteps);
}
