import { comparedDifference } from "./decide.js";
import { evaluate } from "./evaluate.js";
import type { Expr } from "./expr.js";
import { type Piece, pieces } from "./pieces.js";
import { endOf, insideOf } from "./stretch.js";
import { isOperation, operands, variablesOf } from "./tree.js";
import { simplest } from "./zeros/sliver.js";

const REACH = 32;
const STEP = 1 / 16;
/** Changes of one part that are looked for. */
const MOST = 100;

export interface Breakpoints {
  /** From left to right. */
  readonly at: readonly number[];
  /** Whether these are surely all. */
  readonly complete: boolean;
}

/** The places of `allBreakpoints`. */
export function breakpoints(tree: Expr): readonly number[] {
  return allBreakpoints(tree).at;
}

/**
 * The x at which a choice, comparison, min, max, clamp, abs, sign or step of a tree of x changes: exact where
 * straight lines are compared, else within 1e-14 of their size, or 1e-6 where what is compared is flat. Where
 * interval arithmetic cannot find them all (they are without number, as of a sine or a floor): those between
 * −32 and 32, unless two lie within 1/16.
 */
export function allBreakpoints(tree: Expr): Breakpoints {
  const found = new Set<number>();
  let complete = true;
  for (const piece of pieces(tree, { strictness: "exact" })) {
    const from = endOf(piece.from);
    if (Number.isFinite(from)) found.add(from);
    const left = undecided(piece.tree);
    complete &&= left.length === 0;
    for (const x of left.flatMap((f) => changes(f, piece))) found.add(x);
  }
  return { at: [...found].sort((a, b) => a - b), complete };
}

/** The parts of a tree that jump where a choice of it changes, as far as they are of x alone. */
function undecided(tree: Expr): Expr[] {
  if (!isOperation(tree)) return [];
  const difference = comparedDifference(tree);
  const own: readonly Expr[] =
    difference !== undefined ? [["sign", difference]] : STEPS.has(tree[0]) ? [tree] : [];
  return [...operands(tree).flatMap(undecided), ...own].filter((part) =>
    [...variablesOf(part)].every((name) => name === "x"),
  );
}

const STEPS: ReadonlySet<string> = new Set(["floor", "ceil", "round"]);

/** Where a step function changes on a piece, as samples show it. */
function changes(steps: Expr, piece: Piece): readonly number[] {
  const { low, high } = insideOf(piece);
  const [from, to] = [Math.max(low, -REACH), Math.min(high, REACH)];
  const at = (x: number): number => evaluate(steps, { x });
  const isSign = isOperation(steps) && steps[0] === "sign";
  const found: number[] = [];
  let last = from;
  for (let x = from; x < to && found.length < MOST; x = Math.min(x + STEP, to)) {
    const next = Math.min(x + STEP, to);
    // A sign of 0 is often a rounding: the signs before and after it tell.
    if (isSign && at(next) === 0) continue;
    if (at(last) !== at(next) && !(isSign && at(last) === 0)) found.push(change(at, last, next));
    last = next;
  }
  return found;
}

function change(at: (x: number) => number, from: number, to: number): number {
  const start = at(from);
  let [low, high] = [from, to];
  for (let middle = low + (high - low) / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
    if (at(middle) === start) low = middle;
    else high = middle;
  }
  return simplest({ low, high });
}
