import { atan } from "../math/atan.js";
import { erf } from "../math/erf.js";
import { exp, expm1 } from "../math/exp.js";
import { log } from "../math/log.js";
import { log1p } from "../math/log1p.js";
import { pow } from "../math/pow.js";
import { sigmoid } from "../math/sigmoid.js";
import { cos, sin } from "../math/sin.js";
import { softplus } from "../math/softplus.js";
import { tanh } from "../math/tanh.js";
import type { BinaryOp, UnaryOp } from "./expr.js";

/** An operator of one operand on f64 numbers. */
export function applyUnary(op: UnaryOp, a: number): number {
  switch (op) {
    case "neg":
      return -a;
    case "abs":
      return Math.abs(a);
    case "sign":
      return Math.sign(a);
    case "floor":
      return Math.floor(a);
    case "exp":
      return exp(a);
    case "expm1":
      return expm1(a);
    case "log":
      return log(a);
    case "log1p":
      return log1p(a);
    case "sqrt":
      return Math.sqrt(a);
    case "sin":
      return sin(a);
    case "cos":
      return cos(a);
    case "tanh":
      return tanh(a);
    case "sigmoid":
      return sigmoid(a);
    case "softplus":
      return softplus(a);
    case "erf":
      return erf(a);
    case "atan":
      return atan(a);
    case "not":
      return a !== 0 ? 0 : 1;
    default:
      return op satisfies never;
  }
}

/** An operator of two operands on f64 numbers; min and max give NaN when either side is NaN. */
export function applyBinary(op: BinaryOp, a: number, b: number): number {
  switch (op) {
    case "add":
      return a + b;
    case "sub":
      return a - b;
    case "mul":
      return a * b;
    case "div":
      return a / b;
    case "pow":
      return pow(a, b);
    case "min":
      return Math.min(a, b);
    case "max":
      return Math.max(a, b);
    case "lt":
      return a < b ? 1 : 0;
    case "le":
      return a <= b ? 1 : 0;
    case "gt":
      return a > b ? 1 : 0;
    case "ge":
      return a >= b ? 1 : 0;
    case "eq":
      return a === b ? 1 : 0;
    case "ne":
      return a !== b ? 1 : 0;
    case "and":
      return a !== 0 && b !== 0 ? 1 : 0;
    case "or":
      return a !== 0 || b !== 0 ? 1 : 0;
    default:
      return op satisfies never;
  }
}
