import type { Expr, UnaryOp } from "../expr.js";
import { isOperation } from "../tree.js";

const ODD: ReadonlySet<UnaryOp> = new Set<UnaryOp>([
  ...(["sin", "tan", "sinh", "tanh", "erf", "atan", "asinh", "atanh"] as const),
  ...(["sign", "round"] as const),
]);
const EVEN: ReadonlySet<UnaryOp> = new Set<UnaryOp>(["cos", "cosh", "abs"]);
const INVERSE: Readonly<Partial<Record<UnaryOp, UnaryOp>>> = {
  log: "exp",
  log1p: "expm1",
  asinh: "sinh",
  sinh: "asinh",
};

/** A function of one operand: signs move out of odd functions and vanish in even ones. */
export function reduceUnary(op: UnaryOp, a: Expr): Expr {
  const positive = withoutSign(a);
  if (positive !== undefined) {
    if (ODD.has(op)) return ["neg", [op, positive]];
    if (EVEN.has(op)) return [op, positive];
  }
  if (!isOperation(a)) return [op, a];
  if (op === "abs" && a[0] === "mul" && typeof a[1] === "number")
    return ["mul", Math.abs(a[1]), ["abs", a[2]]];
  if (op === "abs" && (a[0] === "abs" || isNeverNegative(a))) return a;
  if (op === "sqrt" && a[0] === "pow" && a[2] === 2) return reduceUnary("abs", a[1]);
  if (INVERSE[op] === a[0]) return a[1];
  if (op === "sign" && isAlwaysPositive(a)) return 1;
  return [op, a];
}

/** −a, or (−c) · a, without its sign. */
function withoutSign(tree: Expr): Expr | undefined {
  if (!isOperation(tree)) return undefined;
  if (tree[0] === "neg") return tree[1];
  if (tree[0] !== "mul") return undefined;
  const [, a, b] = tree;
  if (typeof a === "number" && a < 0) return a === -1 ? b : ["mul", -a, b];
  const inner = withoutSign(a);
  return inner === undefined ? undefined : ["mul", inner, b];
}

function isNeverNegative(tree: Expr): boolean {
  return (
    isOperation(tree) &&
    (["exp", "sigmoid", "softplus", "sqrt", "cosh", "erfc"].includes(tree[0]) ||
      (tree[0] === "pow" && tree[2] === 2))
  );
}

function isAlwaysPositive(tree: Expr): boolean {
  return isOperation(tree) && ["exp", "sigmoid", "softplus", "cosh", "erfc"].includes(tree[0]);
}
