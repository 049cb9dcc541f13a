import type { Expr } from "./expr.js";

/*
 * Formulas in TypeScript: `where(gt(x, 0), x, mul(alpha, expm1(x)))` is the tree of
 * `x > 0 ? x : alpha * expm1(x)`. Each function writes one node; nothing is computed.
 */

export const neg = (a: Expr): Expr => ["neg", a];
export const abs = (a: Expr): Expr => ["abs", a];
export const sign = (a: Expr): Expr => ["sign", a];
export const floor = (a: Expr): Expr => ["floor", a];
export const ceil = (a: Expr): Expr => ["ceil", a];
/** The nearest whole number, halves to the even one. */
export const round = (a: Expr): Expr => ["round", a];
export const exp = (a: Expr): Expr => ["exp", a];
export const expm1 = (a: Expr): Expr => ["expm1", a];
export const log = (a: Expr): Expr => ["log", a];
export const log1p = (a: Expr): Expr => ["log1p", a];
export const log2 = (a: Expr): Expr => ["log2", a];
export const log10 = (a: Expr): Expr => ["log10", a];
export const sqrt = (a: Expr): Expr => ["sqrt", a];
export const sin = (a: Expr): Expr => ["sin", a];
export const cos = (a: Expr): Expr => ["cos", a];
export const tan = (a: Expr): Expr => ["tan", a];
export const sinh = (a: Expr): Expr => ["sinh", a];
export const cosh = (a: Expr): Expr => ["cosh", a];
export const tanh = (a: Expr): Expr => ["tanh", a];
export const sigmoid = (a: Expr): Expr => ["sigmoid", a];
export const softplus = (a: Expr): Expr => ["softplus", a];
export const erf = (a: Expr): Expr => ["erf", a];
export const erfc = (a: Expr): Expr => ["erfc", a];
export const atan = (a: Expr): Expr => ["atan", a];
export const asinh = (a: Expr): Expr => ["asinh", a];
export const acosh = (a: Expr): Expr => ["acosh", a];
export const atanh = (a: Expr): Expr => ["atanh", a];
export const not = (a: Expr): Expr => ["not", a];

export const sub = (a: Expr, b: Expr): Expr => ["sub", a, b];
export const div = (a: Expr, b: Expr): Expr => ["div", a, b];
export const pow = (a: Expr, b: Expr): Expr => ["pow", a, b];
export const lt = (a: Expr, b: Expr): Expr => ["lt", a, b];
export const le = (a: Expr, b: Expr): Expr => ["le", a, b];
export const gt = (a: Expr, b: Expr): Expr => ["gt", a, b];
export const ge = (a: Expr, b: Expr): Expr => ["ge", a, b];
export const eq = (a: Expr, b: Expr): Expr => ["eq", a, b];
export const ne = (a: Expr, b: Expr): Expr => ["ne", a, b];

type OfTwoOrMore = (a: Expr, b: Expr, ...more: readonly Expr[]) => Expr;
const leftToRight =
  (op: "add" | "mul" | "min" | "max" | "and" | "or"): OfTwoOrMore =>
  (a, b, ...more) =>
    more.reduce<Expr>((left, right) => [op, left, right], [op, a, b]);

export const add = leftToRight("add");
export const mul = leftToRight("mul");
export const min = leftToRight("min");
export const max = leftToRight("max");
export const and = leftToRight("and");
export const or = leftToRight("or");

/** `then` where the condition is not 0, else `otherwise`. */
export const where = (condition: Expr, then: Expr, otherwise: Expr): Expr => [
  "where",
  condition,
  then,
  otherwise,
];
/** x held between low and high, as torch.clamp: x's slope at both ends. min(max(x, low), high), as hardtanh, has 0 there. */
export const clamp = (x: Expr, low: Expr, high: Expr): Expr => ["clamp", x, low, high];

export const pi = 3.141592653589793;
export const e = 2.718281828459045;
