import { evaluate } from "./evaluate.js";
import type { Expr } from "./expr.js";
import { pieces } from "./pieces.js";
import { isOperation, operands, variablesOf } from "./tree.js";

const REACH = 32;
const STEP = 1 / 16;

/**
 * The x at which a choice, comparison, min, max, abs or sign of a tree of x changes, in order: exact where straight
 * lines are compared; else found to the last bit between −32 and 32, unless two lie within 1/16.
 */
export function breakpoints(tree: Expr): number[] {
  const found = new Set<number>();
  const parts = pieces(tree, "exact");
  for (const { from } of parts) if (Number.isFinite(from)) found.add(from);
  for (const part of parts) {
    for (const difference of curvedDifferences(part.tree)) {
      for (const root of signChanges(difference, Math.max(part.from, -REACH), Math.min(part.to, REACH)))
        found.add(root);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** What is compared with 0 in the choices that a piece still holds. */
function curvedDifferences(tree: Expr): Expr[] {
  if (!isOperation(tree)) return [];
  const inner = operands(tree).flatMap(curvedDifferences);
  if (tree.length === 3 && ["lt", "le", "gt", "ge", "min", "max"].includes(tree[0]))
    inner.push(["sub", tree[1], tree[2]]);
  if (tree[0] === "abs" || tree[0] === "sign") inner.push(tree[1]);
  return inner.filter((difference) => [...variablesOf(difference)].every((name) => name === "x"));
}

function signChanges(tree: Expr, from: number, to: number): number[] {
  const at = (x: number): number => Math.sign(evaluate(tree, { x }));
  const roots: number[] = [];
  let x = from;
  let sign = at(from);
  while (x < to) {
    const next = Math.min(x + STEP, to);
    const nextSign = at(next);
    if (sign * nextSign < 0) roots.push(bisect(at, x, next));
    else if (nextSign === 0 && next < to) roots.push(next);
    x = next;
    sign = nextSign;
  }
  return roots;
}

function bisect(at: (x: number) => number, from: number, to: number): number {
  const start = at(from);
  let [low, high] = [from, to];
  for (let middle = low + (high - low) / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
    if (at(middle) === start) low = middle;
    else high = middle;
  }
  return high;
}
