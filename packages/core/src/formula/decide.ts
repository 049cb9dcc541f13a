import type { Expr } from "./expr.js";
import { FUNCTION_RULES } from "./interval/function-rules.js";
import { simplify } from "./simplify/simplify.js";
import { isOperation, node, type Operation, operands } from "./tree.js";
import type { Sliver } from "./zeros/sliver.js";

/**
 * The sign of a difference on some stretch of x, the places where it has to be cut to know it, or that it is
 * not known.
 */
export type Judgment = -1 | 0 | 1 | "unknown" | Cuts;

export interface Cuts {
  readonly cuts: readonly Sliver[];
}

/** What is known of signs where a tree is looked at. */
export interface Judge {
  /** The sign of a difference that decides a choice. */
  sign(difference: Expr): Judgment;
  /** Cuts at the zeros of what has a branch point where it is 0; else nothing. */
  readonly branch?: ((point: Expr) => Cuts | undefined) | undefined;
}

/**
 * A tree with its comparisons, min, max, clamp, abs and sign decided as far as signs are known, or where a
 * cut is needed.
 */
export function decide(tree: Expr, judge: Judge): Expr | Cuts {
  if (!isOperation(tree)) return tree;
  switch (tree[0]) {
    case "where":
      return decideChoice(tree[1], tree[2], tree[3], judge);
    case "clamp":
      return decide(["min", ["max", tree[1], tree[2]], tree[3]], judge);
    case "and":
    case "or":
      return decideConnective(tree[0], tree[1], tree[2], judge);
    default: {
      const decided = decideAll(tree, judge);
      return isCuts(decided) ? decided : decideNode(decided, judge);
    }
  }
}

export function isCuts(result: Expr | Judgment): result is Cuts {
  return typeof result === "object" && "cuts" in result;
}

/** The taken side, if that is known; the other is not looked at then. */
function decideChoice(condition: Expr, then: Expr, otherwise: Expr, judge: Judge): Expr | Cuts {
  const decided = decide(isTruth(condition) ? condition : ["ne", condition, 0], judge);
  if (isCuts(decided)) return decided;
  const known = simplify(decided);
  if (typeof known === "number") return decide(known !== 0 ? then : otherwise, judge);
  return decideAll(["where", known, then, otherwise], judge);
}

function isTruth(condition: Expr): boolean {
  return (
    isOperation(condition) && ["lt", "le", "gt", "ge", "eq", "ne", "and", "or", "not"].includes(condition[0])
  );
}

function decideConnective(op: "and" | "or", a: Expr, b: Expr, judge: Judge): Expr | Cuts {
  const first = decide(a, judge);
  if (isCuts(first)) return first;
  const known = simplify(first);
  if (typeof known === "number") return (known !== 0) === (op === "and") ? decide(b, judge) : known;
  const second = decide(b, judge);
  return isCuts(second) ? second : simplify([op, known, second]);
}

function decideAll(tree: Operation, judge: Judge): Operation | Cuts {
  const before = operands(tree);
  const parts: Expr[] = [];
  for (const part of before) {
    const result = decide(part, judge);
    if (isCuts(result)) return result;
    parts.push(result);
  }
  return parts.every((part, i) => part === before[i]) ? tree : node(tree[0], ...parts);
}

function decideNode(tree: Operation, judge: Judge): Expr | Cuts {
  for (const point of judge.branch ? branchesOf(tree) : []) {
    const cuts = judge.branch?.(point);
    if (cuts !== undefined) return cuts;
  }
  const difference = simplifiedDifference(tree);
  if (difference === undefined) return tree;
  const sign = judge.sign(difference);
  return isCuts(sign) ? sign : sign === "unknown" ? tree : outcome(tree, sign);
}

/**
 * What is 0 where a node has a branch point; between such places it is analytic, but for poles, steps and
 * choices.
 */
function branchesOf(tree: Operation): readonly Expr[] {
  if (tree[0] === "pow") return typeof tree[2] === "number" && Number.isInteger(tree[2]) ? [] : [tree[1]];
  if (tree.length !== 2) return [];
  const { branches } = FUNCTION_RULES[tree[0]];
  return typeof branches === "function" ? branches(tree[1]) : [];
}

/** A node is judged on many stretches, and under many signs. */
const differences = new WeakMap<Operation, Expr>();

function simplifiedDifference(tree: Operation): Expr | undefined {
  const before = differences.get(tree);
  if (before !== undefined) return before;
  const difference = comparedDifference(tree);
  if (difference === undefined) return undefined;
  const simple = simplify(difference, "slope");
  differences.set(tree, simple);
  return simple;
}

/** What a node's outcome depends on the sign of. */
export function comparedDifference(tree: Operation): Expr | undefined {
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
