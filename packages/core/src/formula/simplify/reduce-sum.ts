import type { Expr } from "../expr.js";
import { isOperation, type Operation, sameTree } from "../tree.js";
import { termOrder } from "./canonical-order.js";

interface Term {
  readonly tree: Expr;
  factor: number;
}

/** A sum of any shape as terms in canonical order, like terms joined, the number last. */
export function reduceSum(tree: Operation): Expr {
  const terms: Term[] = [];
  const constant = collect(tree, 1, terms) + 0;
  const kept = terms.filter(({ factor }) => factor !== 0).sort((a, b) => termOrder(a.tree, b.tree));
  const gained = kept.filter(({ factor }) => factor > 0).map(withFactor);
  const lost = kept.filter(({ factor }) => factor < 0).map(withFactor);
  if (gained.length === 0 && constant > 0) gained.push(constant);
  else if (constant > 0) return takeAway(withNumber(gained, lost), constant, "add");
  else if (constant < 0 && gained.length > 0) return takeAway(withNumber(gained, lost), -constant, "sub");
  else if (constant < 0) return lost.reduce<Expr>((left, right) => ["sub", left, right], constant);
  return withNumber(gained, lost);
}

/** Adds `sign · tree` to the terms; returns what it adds to the number. */
function collect(tree: Expr, sign: number, into: Term[]): number {
  if (typeof tree === "number") return sign * tree;
  if (isOperation(tree)) {
    if (tree[0] === "add") return collect(tree[1], sign, into) + collect(tree[2], sign, into);
    if (tree[0] === "sub") return collect(tree[1], sign, into) + collect(tree[2], -sign, into);
    if (tree[0] === "neg") return collect(tree[1], -sign, into);
  }
  const [factor, rest] = splitFactor(tree);
  const known = into.find((term) => sameTree(term.tree, rest));
  if (known) known.factor += sign * factor;
  else into.push({ tree: rest, factor: sign * factor });
  return 0;
}

/** c · a · b … as [c, a · b …]. */
function splitFactor(tree: Expr): [number, Expr] {
  if (!isOperation(tree) || tree[0] !== "mul") return [1, tree];
  const [, a, b] = tree;
  if (typeof a === "number") return [a, b];
  const [factor, rest] = splitFactor(a);
  return factor === 1 ? [1, tree] : [factor, ["mul", rest, b]];
}

function withFactor({ tree, factor }: Term): Expr {
  const size = Math.abs(factor);
  return size === 1 ? tree : prepend(size, tree);
}

/** c · (a · b) as (c · a) · b, the canonical shape of products. */
function prepend(factor: number, tree: Expr): Expr {
  if (!isOperation(tree) || tree[0] !== "mul") return ["mul", factor, tree];
  return ["mul", prepend(factor, tree[1]), tree[2]];
}

function withNumber(gained: readonly Expr[], lost: readonly Expr[]): Expr {
  const [first, ...rest] = gained;
  if (first === undefined) {
    const [firstLost, ...restLost] = lost;
    if (firstLost === undefined) return 0;
    return restLost.reduce<Expr>((left, right) => ["sub", left, right], negated(firstLost));
  }
  const sum = rest.reduce<Expr>((left, right) => ["add", left, right], first);
  return lost.reduce<Expr>((left, right) => ["sub", left, right], sum);
}

function negated(tree: Expr): Expr {
  const [factor, rest] = splitFactor(tree);
  return factor === 1 ? ["neg", tree] : prepend(-factor, rest);
}

function takeAway(sum: Expr, size: number, op: "add" | "sub"): Expr {
  return sum === 0 ? (op === "add" ? size : -size) : [op, sum, size];
}
