import type { Expr } from "../expr.js";
import { isOperation, type Operation, sameTree } from "../tree.js";
import { termOrder } from "./canonical-order.js";

/**
 * min and max of any nesting as one chain in canonical order without repetitions, numbers joined and last.
 */
export function reduceExtreme(tree: Operation): Expr {
  const op = tree[0] === "min" ? "min" : "max";
  const flat: Expr[] = [];
  flatten(tree, op, flat);
  const numbers = flat.filter((operand) => typeof operand === "number");
  const others = flat.filter((operand) => typeof operand !== "number").sort(termOrder);
  const chain: Expr[] = others.filter(
    (operand, i) => others.findIndex((other) => sameTree(other, operand)) === i,
  );
  if (numbers.length > 0) chain.push(op === "min" ? Math.min(...numbers) : Math.max(...numbers));
  return chain.reduce((left, right) => [op, left, right]);
}

function flatten(tree: Expr, op: "min" | "max", into: Expr[]): void {
  if (isOperation(tree) && tree[0] === op) {
    flatten(tree[1], op, into);
    flatten(tree[2], op, into);
  } else into.push(tree);
}
