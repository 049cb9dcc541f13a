/** Operators of one operand. Boolean results are 1 or 0. */
export const UNARY = [
  "neg",
  "abs",
  "sign",
  "floor",
  "ceil",
  "round",
  "exp",
  "expm1",
  "log",
  "log1p",
  "log2",
  "log10",
  "sqrt",
  "sin",
  "cos",
  "tan",
  "sinh",
  "cosh",
  "tanh",
  "sigmoid",
  "softplus",
  "erf",
  "erfc",
  "atan",
  "asinh",
  "acosh",
  "atanh",
  "not",
] as const;

/** Operators of two operands. */
export const BINARY = [
  "add",
  "sub",
  "mul",
  "div",
  "pow",
  "min",
  "max",
  "lt",
  "le",
  "gt",
  "ge",
  "eq",
  "ne",
  "and",
  "or",
] as const;

/** Operators of three operands. */
export const TERNARY = ["clamp", "where"] as const;

export type UnaryOp = (typeof UNARY)[number];
export type BinaryOp = (typeof BINARY)[number];
export type TernaryOp = (typeof TERNARY)[number];

/**
 * A formula's canonical tree, as JSON: a finite number, a variable, or `[operator, ...operands]`.
 * Variables: `"x"` (or `"x1"`, `"x2"`, … for gated units), `"$name"` for a parameter, `"noise"` for a
 * uniform variate in [0, 1). `["where", c, a, b]` is a where c is not 0, else b; `["clamp", u, low, high]` is
 * min(max(u, low), high), with u's slope also where u is low or high.
 * Example: elu is `["where", ["gt", "x", 0], "x", ["mul", "$alpha", ["expm1", "x"]]]`.
 */
export type Expr =
  | number
  | string
  | readonly [op: UnaryOp, a: Expr]
  | readonly [op: BinaryOp, a: Expr, b: Expr]
  | readonly [op: "clamp", a: Expr, low: Expr, high: Expr]
  | readonly [op: "where", condition: Expr, then: Expr, otherwise: Expr];
