import type { Expr, UnaryOp } from "../src/formula/expr.js";
import { erf, erfc } from "../src/math/erf.js";

/** A function of one variable as vector code and as f64 code: what `worstError` compares. */
export interface VectorFunction {
  readonly name: string;
  readonly tree: Expr;
  /** The true value, far more exact than f32. */
  truth(x: number): number;
  /** Where the stated error holds; everywhere unless given. Beyond, the value is within ±`bound`. */
  holds?(x: number): boolean;
  readonly bound?: number;
  /** Whether x is no input of it at all, such as a negative base. */
  excludes?(x: number): boolean;
}

const REACH = 8192;
const withinReach = (x: number): boolean =>
  !(Math.abs(x) > REACH) || Math.abs(x) === Number.POSITIVE_INFINITY;

const unary: Partial<Record<UnaryOp, (x: number) => number>> = {
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  log2: Math.log2,
  log10: Math.log10,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  sigmoid: (x) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))),
  softplus: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  erf,
  erfc,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  atan: Math.atan,
  sqrt: Math.sqrt,
  abs: Math.abs,
  floor: Math.floor,
  ceil: Math.ceil,
  round: (x) => (Math.abs(x % 1) === 0.5 ? 2 * Math.round(x / 2) : Math.sign(x) * Math.round(Math.abs(x))),
  sign: Math.sign,
};

/** Kernels hold their constants as f32. */
const EXPONENTS = [0.3, 1.5, -0.7, -2, 4, 31].map(Math.fround);
const BASES = [0.3, 1.001, 10].map(Math.fround);

/** The functions of one operand; one list for the dense and the exhaustive test. */
export const unaryFunctions: readonly VectorFunction[] = Object.entries(unary).map(([op, truth]) => ({
  name: op,
  tree: [op as UnaryOp, "x"] as const,
  truth,
  ...(op === "sin" || op === "cos" ? { holds: withinReach, bound: 1 } : {}),
  ...(op === "tan" ? { holds: withinReach, bound: Number.POSITIVE_INFINITY } : {}),
}));

/** Powers with a constant base or exponent, as the formulas of activations have them. */
export const powers: readonly VectorFunction[] = [
  ...EXPONENTS.map((exponent) => ({
    name: `pow(x, ${exponent.toPrecision(3)})`,
    tree: ["pow", "x", exponent] as const,
    truth: (x: number) => x ** exponent,
    ...(Number.isInteger(exponent) ? {} : { excludes: (x: number) => x < 0 || Object.is(x, -0) }),
  })),
  ...BASES.map((base) => ({
    name: `pow(${base.toPrecision(3)}, x)`,
    tree: ["pow", base, "x"] as const,
    truth: (x: number) => base ** x,
  })),
];
