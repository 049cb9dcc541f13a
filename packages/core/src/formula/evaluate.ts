import { applyBinary, applyUnary } from "./apply.js";
import type { Expr } from "./expr.js";
import { FormulaError } from "./language/formula-error.js";

/** Values of a tree's variables. */
export interface Bindings {
  readonly x?: number;
  /** `x1`, `x2`, … of a gated unit. */
  readonly inputs?: readonly number[];
  readonly params?: Readonly<Record<string, number>>;
  /** 0.5, the mean, unless given. */
  readonly noise?: number;
}

/** The value of a tree in f64; a variable without a value is a `FormulaError`. Only the taken side of a `where` is evaluated. */
export function evaluate(tree: Expr, bindings: Bindings): number {
  if (typeof tree === "number") return tree;
  if (typeof tree === "string") return variable(tree, bindings);
  if (tree[0] === "where") return evaluate(evaluate(tree[1], bindings) !== 0 ? tree[2] : tree[3], bindings);
  const a = evaluate(tree[1], bindings);
  return tree.length === 2 ? applyUnary(tree[0], a) : applyBinary(tree[0], a, evaluate(tree[2], bindings));
}

function variable(name: string, { x, inputs, params, noise = 0.5 }: Bindings): number {
  let value: number | undefined;
  if (name === "x") value = x;
  else if (name === "noise") value = noise;
  else if (name.startsWith("$")) value = params?.[name.slice(1)];
  else value = inputs?.[Number(name.slice(1)) - 1];
  if (value === undefined) {
    throw new FormulaError({
      code: "unknown_name",
      reason: `the formula reads ${name.replace("$", "")}, which has no value`,
    });
  }
  return value;
}
