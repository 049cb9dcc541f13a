import { evaluate } from "./evaluate.js";
import type { Expr } from "./expr.js";
import { type Piece, pieces } from "./pieces.js";
import { endOf, insideOf } from "./stretch.js";
import { isOperation, type Operation, operands, variablesOf } from "./tree.js";
import { signChanges } from "./zeros/sign-changes.js";
import { type Sliver, simplest } from "./zeros/sliver.js";
import { Work } from "./zeros/work.js";

const REACH = 50;
const STEP = 1 / 64;
/** A smallest size that is below this share of the size beside it counts as 0. */
const TOUCHES = 1e-9;
/** What is 0 in truth may be in f64, where pieces meet. */
const ROUNDING = 1e-12;
const WORK = 100_000;

/**
 * The x at which a tree of x divides by 0, takes a logarithm or a root of 0, or whatever else has a pole in
 * value or slope there, unless a choice keeps the tree clear of it; all of them where interval arithmetic
 * finds them, else those from −50 to 50. What a numerator takes away, as of sin(x) / x, is among them.
 */
export function possiblePoles(tree: Expr): number[] {
  const found = pieces(tree, { strictness: "exact" }).flatMap(polesOf);
  return [...new Set(found)].sort((a, b) => a - b);
}

function polesOf(piece: Piece): readonly number[] {
  const parts = new Map(vanishing(piece.tree).map((part) => [JSON.stringify(part), part]));
  const inside = insideOf(piece);
  const ends = [endOf(piece.from), endOf(piece.to)].filter(Number.isFinite);
  return [...parts.values()].flatMap((part) => {
    const g = (x: number): number => evaluate(part, { x });
    const proven = signChanges(part, inside, new Work(WORK))?.map(simplest);
    return [...(proven ?? zeros(g, inside)), ...ends.filter((x) => Math.abs(g(x)) <= ROUNDING)];
  });
}

/** The parts of a tree that it has to keep away from 0. */
function vanishing(tree: Expr): Expr[] {
  if (!isOperation(tree)) return [];
  const own = ownVanishing(tree).filter((part) => {
    const names = [...variablesOf(part)];
    return names.length === 1 && names[0] === "x";
  });
  return [...own, ...operands(tree).flatMap(vanishing)];
}

function ownVanishing(tree: Operation): readonly Expr[] {
  switch (tree[0]) {
    case "div":
      return [tree[2]];
    case "pow":
      return typeof tree[2] === "number" && tree[2] >= 1 ? [] : [tree[1]];
    case "log":
    case "log2":
    case "log10":
    case "sqrt":
      return [tree[1]];
    case "log1p":
      return [["add", tree[1], 1]];
    case "tan":
      return [["cos", tree[1]]];
    case "acosh":
      return [["sub", tree[1], 1]];
    case "atanh":
      return [
        ["sub", tree[1], 1],
        ["add", tree[1], 1],
      ];
    default:
      return [];
  }
}

/** Where g changes its sign, is 0, or touches 0, as samples show it. */
function zeros(g: (x: number) => number, { low, high }: Sliver): number[] {
  const found: number[] = [];
  const count = (2 * REACH) / STEP + 1;
  const xs = Array.from({ length: count }, (_, i) => i * STEP - REACH).filter((x) => x > low && x < high);
  const values = xs.map(g);
  for (const [i, x] of xs.entries()) {
    const [before = Number.NaN, here = Number.NaN, after = Number.NaN] = values.slice(
      Math.max(i - 1, 0),
      i + 2,
    );
    if (here === 0) found.push(x);
    else if (here * after < 0) found.push(signChange(g, x, x + STEP));
    else if (Math.abs(here) < Math.abs(before) && Math.abs(here) <= Math.abs(after)) {
      const lowest = smallest(g, x - STEP, x + STEP);
      if (Math.abs(g(lowest)) < TOUCHES * Math.abs(before)) found.push(lowest);
    }
  }
  return found;
}

function signChange(g: (x: number) => number, from: number, to: number): number {
  const start = g(from) > 0;
  let [low, high] = [from, to];
  for (let middle = low + (high - low) / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
    if (g(middle) > 0 === start) low = middle;
    else high = middle;
  }
  return high;
}

/** Where |g| is smallest, by thirds of the interval. */
function smallest(g: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 80; step++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (Math.abs(g(left)) < Math.abs(g(right))) high = right;
    else low = left;
  }
  return low + (high - low) / 2;
}
