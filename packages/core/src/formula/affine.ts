import type { Expr } from "./expr.js";
import { isOperation } from "./tree.js";

/** slope · x + intercept. */
export interface Affine {
  readonly slope: number;
  readonly intercept: number;
}

/** A tree as a straight line in x, if it is one with known numbers. */
export function affine(tree: Expr): Affine | undefined {
  if (typeof tree === "number") return { slope: 0, intercept: tree };
  if (tree === "x") return { slope: 1, intercept: 0 };
  if (!isOperation(tree)) return undefined;
  const a = affine(tree[1]);
  if (!a) return undefined;
  if (tree[0] === "neg") return { slope: -a.slope, intercept: -a.intercept };
  if (tree.length !== 3) return undefined;
  const b = affine(tree[2]);
  if (!b) return undefined;
  switch (tree[0]) {
    case "add":
      return { slope: a.slope + b.slope, intercept: a.intercept + b.intercept };
    case "sub":
      return { slope: a.slope - b.slope, intercept: a.intercept - b.intercept };
    case "mul":
      if (a.slope !== 0 && b.slope !== 0) return undefined;
      return {
        slope: a.slope * b.intercept + b.slope * a.intercept,
        intercept: a.intercept * b.intercept,
      };
    case "div":
      return b.slope === 0 && b.intercept !== 0
        ? { slope: a.slope / b.intercept, intercept: a.intercept / b.intercept }
        : undefined;
    default:
      return undefined;
  }
}
