import type { Expr } from "../expr.js";
import { isOperation, mapOperands, type Operation, operands, sameTree } from "../tree.js";
import { reduce } from "./reduce.js";
import type { Strictness } from "./strictness.js";

const MAX_ROUNDS = 8;

/**
 * An equal, usually smaller tree in canonical order: constants folded in f64, identities removed, like terms
 * and factors joined. Formulas that are the same up to order and writing give the same tree.
 */
export function simplify(tree: Expr, strictness: Strictness = "exact"): Expr {
  let current = tree;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = simplifyOnce(current, strictness, new Map());
    if (sameTree(next, current)) return settle(next, settled[strictness]);
    current = next;
  }
  return current;
}

/**
 * Nodes known to be simple: trees are built from simplified parts again and again, which need no second look.
 */
const settled = { exact: new WeakSet<Operation>(), slope: new WeakSet<Operation>() } as const;

function settle(tree: Expr, known: WeakSet<Operation>): Expr {
  if (isOperation(tree) && !known.has(tree)) {
    known.add(tree);
    for (const operand of operands(tree)) settle(operand, known);
  }
  return tree;
}

function simplifyOnce(tree: Expr, strictness: Strictness, done: Map<Expr, Expr>): Expr {
  if (!isOperation(tree)) return Object.is(tree, -0) ? 0 : tree;
  if (settled[strictness].has(tree)) return tree;
  const known = done.get(tree);
  if (known !== undefined) return known;
  const result = reduce(
    mapOperands(tree, (operand) => simplifyOnce(operand, strictness, done)),
    strictness,
  );
  done.set(tree, result);
  return result;
}
