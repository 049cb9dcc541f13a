import { affine } from "../affine.js";
import type { Expr } from "../expr.js";
import { isOperation, operands } from "../tree.js";
import { isolateZeros } from "./isolate-zeros.js";
import { joined, type Sliver } from "./sliver.js";
import type { Work } from "./work.js";
import { zeroParts } from "./zero-parts.js";

/**
 * Slivers from left to right that hold every zero and pole of a tree of x between two numbers (the ends
 * themselves do not count); exact where a straight line is 0. Undefined where the tree is 0 everywhere, or
 * the work allowed does not suffice.
 */
export function signChanges(tree: Expr, stretch: Sliver, work: Work): Sliver[] | undefined {
  const poles = zerosOfAll(divisors(tree).flatMap(zeroParts), [stretch], work);
  // Between poles, which a box that reaches across them would hide.
  return poles && zerosOfAll(zeroParts(tree), between(stretch, poles), work, poles);
}

function zerosOfAll(
  parts: readonly Expr[],
  stretches: readonly Sliver[],
  work: Work,
  poles: readonly Sliver[] = [],
): Sliver[] | undefined {
  const found = [...poles];
  for (const part of parts)
    for (const stretch of stretches) {
      const own = zerosOf(part, stretch, work);
      if (own === undefined) return undefined;
      found.push(...own);
    }
  return joined(found);
}

function between({ low, high }: Sliver, cuts: readonly Sliver[]): readonly Sliver[] {
  const starts = [low, ...cuts.map((cut) => cut.high)];
  return starts
    .map((start, i) => ({ low: start, high: cuts[i]?.low ?? high }))
    .filter((part) => part.low < part.high);
}

function zerosOf(part: Expr, stretch: Sliver, work: Work): readonly Sliver[] | undefined {
  const line = affine(part);
  if (line === undefined) return isolateZeros(part, stretch, work);
  if (line.slope === 0) return line.intercept === 0 ? undefined : [];
  const root = -line.intercept / line.slope + 0;
  return root > stretch.low && root < stretch.high ? [{ low: root, high: root }] : [];
}

/** What has a zero where the tree may have a pole. */
function divisors(tree: Expr): readonly Expr[] {
  if (!isOperation(tree)) return [];
  const inner = operands(tree).flatMap(divisors);
  if (tree[0] === "div") return [...inner, tree[2]];
  if (tree[0] === "tan") return [...inner, ["cos", tree[1]]];
  const power = tree[0] === "pow" && !(typeof tree[2] === "number" && tree[2] >= 0);
  return power ? [...inner, tree[1]] : inner;
}
