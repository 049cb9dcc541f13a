import type { BinaryOp, Expr, UnaryOp } from "./expr.js";
import { opaqueNode } from "./formula-symbol.js";

/*
 * Formulas in TypeScript: `where(gt(x, 0), x, mul(alpha, expm1(x)))` is the tree of
 * `x > 0 ? x : alpha * expm1(x)`. Each function writes one node; nothing is computed.
 */

const unary =
  (op: UnaryOp): ((a: Expr) => Expr) =>
  (a) =>
    opaqueNode([op, a] as const);
const binary =
  (op: BinaryOp): ((a: Expr, b: Expr) => Expr) =>
  (a, b) =>
    opaqueNode([op, a, b] as const);

export const neg = unary("neg");
export const abs = unary("abs");
export const sign = unary("sign");
export const floor = unary("floor");
export const ceil = unary("ceil");
/** The nearest whole number, halves to the even one. */
export const round = unary("round");
export const exp = unary("exp");
export const expm1 = unary("expm1");
export const log = unary("log");
export const log1p = unary("log1p");
export const log2 = unary("log2");
export const log10 = unary("log10");
export const sqrt = unary("sqrt");
export const sin = unary("sin");
export const cos = unary("cos");
export const tan = unary("tan");
export const sinh = unary("sinh");
export const cosh = unary("cosh");
export const tanh = unary("tanh");
export const sigmoid = unary("sigmoid");
export const softplus = unary("softplus");
export const erf = unary("erf");
export const erfc = unary("erfc");
export const atan = unary("atan");
export const asinh = unary("asinh");
export const acosh = unary("acosh");
export const atanh = unary("atanh");
export const not = unary("not");

export const sub = binary("sub");
export const div = binary("div");
export const pow = binary("pow");
export const lt = binary("lt");
export const le = binary("le");
export const gt = binary("gt");
export const ge = binary("ge");
export const eq = binary("eq");
export const ne = binary("ne");

type OfTwoOrMore = (a: Expr, b: Expr, ...more: readonly Expr[]) => Expr;
const leftToRight =
  (op: "add" | "mul" | "min" | "max" | "and" | "or"): OfTwoOrMore =>
  (a, b, ...more) =>
    more.reduce<Expr>(
      (left, right) => opaqueNode([op, left, right] as const),
      opaqueNode([op, a, b] as const),
    );

export const add = leftToRight("add");
export const mul = leftToRight("mul");
export const min = leftToRight("min");
export const max = leftToRight("max");
export const and = leftToRight("and");
export const or = leftToRight("or");

/** `then` where the condition is not 0, else `otherwise`. */
export const where = (condition: Expr, then: Expr, otherwise: Expr): Expr =>
  opaqueNode(["where", condition, then, otherwise] as const);
/**
 * x held between low and high, as torch.clamp: x's slope at both ends. min(max(x, low), high), as hardtanh,
 * has 0 there.
 */
export const clamp = (x: Expr, low: Expr, high: Expr): Expr => opaqueNode(["clamp", x, low, high] as const);

export const pi = 3.141592653589793;
export const e = 2.718281828459045;
