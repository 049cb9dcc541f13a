import { acosh, asinh, atanh } from "../math/asinh.js";
import { atan } from "../math/atan.js";
import { erf, erfc } from "../math/erf.js";
import { exp, expm1 } from "../math/exp.js";
import { log } from "../math/log.js";
import { log1p } from "../math/log1p.js";
import { log2, log10 } from "../math/log2.js";
import { pow } from "../math/pow.js";
import { round } from "../math/round.js";
import { sigmoid } from "../math/sigmoid.js";
import { cos, sin, tan } from "../math/sin.js";
import { cosh, sinh } from "../math/sinh.js";
import { softplus } from "../math/softplus.js";
import { tanh } from "../math/tanh.js";
import type { BinaryOp, UnaryOp } from "./expr.js";

/** The operators of one operand on f64 numbers. */
export const unaryFunctions: Readonly<Record<UnaryOp, (a: number) => number>> = {
  neg: (a) => -a,
  abs: Math.abs,
  sign: Math.sign,
  floor: Math.floor,
  ceil: Math.ceil,
  round,
  exp,
  expm1,
  log,
  log1p,
  log2,
  log10,
  sqrt: Math.sqrt,
  sin,
  cos,
  tan,
  sinh,
  cosh,
  tanh,
  sigmoid,
  softplus,
  erf,
  erfc,
  atan,
  asinh,
  acosh,
  atanh,
  not: (a) => (a !== 0 ? 0 : 1),
};

/** The operators of two operands on f64 numbers; min and max give NaN when either side is NaN. */
export const binaryFunctions: Readonly<Record<BinaryOp, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  pow,
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  lt: (a, b) => (a < b ? 1 : 0),
  le: (a, b) => (a <= b ? 1 : 0),
  gt: (a, b) => (a > b ? 1 : 0),
  ge: (a, b) => (a >= b ? 1 : 0),
  eq: (a, b) => (a === b ? 1 : 0),
  ne: (a, b) => (a !== b ? 1 : 0),
  and: (a, b) => (a !== 0 && b !== 0 ? 1 : 0),
  or: (a, b) => (a !== 0 || b !== 0 ? 1 : 0),
};

/** a held between low and high; high where low is above it. NaN when any of them is NaN. */
export const clamp = (a: number, low: number, high: number): number => Math.min(Math.max(a, low), high);

/** An operator of one operand on f64 numbers. */
export function applyUnary(op: UnaryOp, a: number): number {
  return unaryFunctions[op](a);
}

/** An operator of two operands on f64 numbers. */
export function applyBinary(op: BinaryOp, a: number, b: number): number {
  return binaryFunctions[op](a, b);
}
