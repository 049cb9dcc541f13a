import type { Expr } from "./expr.js";

/** A tree that is not a leaf. */
export type Operation = Exclude<Expr, number | string>;

export function isOperation(tree: Expr): tree is Operation {
  return typeof tree !== "number" && typeof tree !== "string";
}

/** The node's operands when it is of the given operator. */
export function operandsOf(tree: Expr, op: Operation[0]): readonly Expr[] | undefined {
  return isOperation(tree) && tree[0] === op ? (tree.slice(1) as unknown as readonly Expr[]) : undefined;
}

/** The operands of any operation. */
export function operands(tree: Operation): readonly Expr[] {
  return tree.slice(1) as unknown as readonly Expr[];
}

/** A node of an operator with as many operands as it takes. */
export function node(op: Operation[0], ...parts: readonly Expr[]): Operation {
  return [op, ...parts] as unknown as Operation;
}

/** The tree with every operand replaced, itself when none changed. */
export function mapOperands(tree: Operation, change: (operand: Expr) => Expr): Operation {
  const before = operands(tree);
  const after = before.map(change);
  return after.every((operand, i) => operand === before[i]) ? tree : node(tree[0], ...after);
}

export function sameTree(a: Expr, b: Expr): boolean {
  if (a === b) return true;
  if (!isOperation(a) || !isOperation(b) || a.length !== b.length || a[0] !== b[0]) return false;
  for (let i = 1; i < a.length; i++) if (!sameTree(a[i] as Expr, b[i] as Expr)) return false;
  return true;
}

const sizes = new WeakMap<Operation, number>();

/** Numbers, names and operators, each occurrence counted. */
export function sizeOf(tree: Expr): number {
  if (!isOperation(tree)) return 1;
  const known = sizes.get(tree);
  if (known !== undefined) return known;
  const size = operands(tree).reduce((sum: number, operand) => sum + sizeOf(operand), 1);
  sizes.set(tree, size);
  return size;
}

/** Names a tree reads: `x`, `x1`, …, `$alpha`, `noise`. */
export function variablesOf(tree: Expr, into: Set<string> = new Set()): Set<string> {
  if (typeof tree === "string") into.add(tree);
  else if (isOperation(tree)) for (const operand of operands(tree)) variablesOf(operand, into);
  return into;
}

/** Whether the tree's value is random. */
export function readsNoise(tree: Expr): boolean {
  return variablesOf(tree).has("noise");
}

/** Whether the tree is a constant of a trial: no pre-activation and no noise in it. */
export function isFixed(tree: Expr): boolean {
  if (typeof tree === "string") return tree.startsWith("$");
  return !isOperation(tree) || operands(tree).every(isFixed);
}

/** The tree with variables replaced, by name. */
export function substitute(tree: Expr, replacements: ReadonlyMap<string, Expr>): Expr {
  if (typeof tree === "string") return replacements.get(tree) ?? tree;
  return isOperation(tree) ? mapOperands(tree, (operand) => substitute(operand, replacements)) : tree;
}
