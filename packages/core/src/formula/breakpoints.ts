import { comparedDifference } from "./decide.js";
import { evaluate } from "./evaluate.js";
import type { Expr } from "./expr.js";
import { endOf, insideOf, pieces } from "./pieces.js";
import { isOperation, operands, variablesOf } from "./tree.js";

const REACH = 32;
const STEP = 1 / 16;

/**
 * The x at which a choice, comparison, min, max, clamp, abs or sign of a tree of x changes, in order: exact where straight
 * lines are compared, else within 1e-14 of their size, or 1e-6 where what is compared is flat. Where interval arithmetic
 * cannot find them all (they are without number, as of a sine): those between −32 and 32, unless two lie within 1/16.
 */
export function breakpoints(tree: Expr): number[] {
  const found = new Set<number>();
  for (const piece of pieces(tree, { strictness: "exact" })) {
    const from = endOf(piece.from);
    if (Number.isFinite(from)) found.add(from);
    const { low, high } = insideOf(piece);
    for (const difference of undecidedDifferences(piece.tree))
      for (const root of signChanges(difference, Math.max(low, -REACH), Math.min(high, REACH)))
        found.add(root);
  }
  return [...found].sort((a, b) => a - b);
}

/** What is compared in the choices that a piece still holds, as far as it is of x alone. */
function undecidedDifferences(tree: Expr): Expr[] {
  if (!isOperation(tree)) return [];
  const own = comparedDifference(tree);
  return [...operands(tree).flatMap(undecidedDifferences), ...(own === undefined ? [] : [own])].filter(
    (difference) => [...variablesOf(difference)].every((name) => name === "x"),
  );
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
