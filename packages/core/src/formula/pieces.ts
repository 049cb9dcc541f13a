import { affine } from "./affine.js";
import { evaluate } from "./evaluate.js";
import type { Expr } from "./expr.js";
import type { Strictness } from "./simplify/reduce.js";
import { simplify } from "./simplify/simplify.js";
import { isOperation, node, type Operation } from "./tree.js";

/** An open interval of x on which every comparison, min, max, abs and sign of a tree is decided. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** The tree with the decided parts replaced, simplified. */
  readonly tree: Expr;
}

/** Thrown to the caller of `decide` to say where an interval has to be cut. */
interface Cut {
  readonly cut: number;
}

const MAX_PIECES = 256;

/**
 * The real line cut where a comparison of straight lines in x changes, from left to right. What compares curves is
 * left as it is: then a piece may still hold a choice.
 */
export function pieces(tree: Expr, strictness: Strictness = "slope"): Piece[] {
  const done: Piece[] = [];
  const open: { from: number; to: number }[] = [
    { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
  ];
  for (let interval = open.pop(); interval; interval = open.pop()) {
    const { from, to } = interval;
    const result = decide(tree, from, to);
    if (isCut(result)) {
      open.push({ from: result.cut, to }, { from, to: result.cut });
      if (done.length + open.length > MAX_PIECES) break;
    } else done.push({ from, to, tree: simplify(result, strictness) });
  }
  return done;
}

function isCut(result: Expr | Cut): result is Cut {
  return typeof result === "object" && "cut" in result;
}

/** The tree with its comparisons decided on the open interval, or the first place where that needs a cut. */
function decide(tree: Expr, from: number, to: number): Expr | Cut {
  if (!isOperation(tree)) return tree;
  if (tree[0] === "where") {
    const condition = decide(tree[1], from, to);
    if (isCut(condition)) return condition;
    const known = simplify(condition);
    if (typeof known === "number") return decide(known !== 0 ? tree[2] : tree[3], from, to);
    return decideAll(["where", known, tree[2], tree[3]], from, to);
  }
  if (tree[0] === "clamp") return decide(["min", ["max", tree[1], tree[2]], tree[3]], from, to);
  const decided = decideAll(tree, from, to);
  return isCut(decided) ? decided : decideNode(decided, from, to);
}

function decideAll(tree: Operation, from: number, to: number): Operation | Cut {
  const parts: Expr[] = [];
  for (const part of tree.slice(1) as unknown as readonly Expr[]) {
    const result = decide(part, from, to);
    if (isCut(result)) return result;
    parts.push(result);
  }
  return node(tree[0], ...parts);
}

function decideNode(tree: Operation, from: number, to: number): Expr | Cut {
  const difference = comparedDifference(tree);
  if (difference === undefined) return tree;
  const line = affine(simplify(difference, "slope"));
  if (!line) return tree;
  const root = line.slope === 0 ? Number.NaN : -line.intercept / line.slope + 0;
  if (root > from && root < to) return { cut: root };
  const sign = Math.sign(evaluate(simplify(difference, "slope"), { x: inside(from, to) }));
  return outcome(tree, sign);
}

/** What a node's outcome depends on the sign of. */
function comparedDifference(tree: Operation): Expr | undefined {
  switch (tree[0]) {
    case "abs":
    case "sign":
      return tree[1];
    case "lt":
    case "le":
    case "gt":
    case "ge":
    case "eq":
    case "ne":
    case "min":
    case "max":
      return ["sub", tree[1], tree[2]];
    default:
      return undefined;
  }
}

/** The node's value when a − b, or its operand, has the given sign. */
function outcome(tree: Operation, sign: number): Expr {
  const [op, a, b = 0] = tree as readonly [Operation[0], Expr, Expr?];
  switch (op) {
    case "abs":
      return sign < 0 ? ["neg", a] : a;
    case "sign":
      return sign;
    case "min":
      return sign < 0 ? a : b;
    case "max":
      return sign < 0 ? b : a;
    case "lt":
      return sign < 0 ? 1 : 0;
    case "le":
      return sign <= 0 ? 1 : 0;
    case "gt":
      return sign > 0 ? 1 : 0;
    case "ge":
      return sign >= 0 ? 1 : 0;
    case "eq":
      return sign === 0 ? 1 : 0;
    case "ne":
      return sign !== 0 ? 1 : 0;
    default:
      return tree;
  }
}

/** A point inside an open interval. */
function inside(from: number, to: number): number {
  if (from === Number.NEGATIVE_INFINITY) return to === Number.POSITIVE_INFINITY ? 0 : to - 1 - Math.abs(to);
  return to === Number.POSITIVE_INFINITY ? from + 1 + Math.abs(from) : from + (to - from) / 2;
}
