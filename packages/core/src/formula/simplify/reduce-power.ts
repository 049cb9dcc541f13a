import type { Expr } from "../expr.js";
import { isOperation, node } from "../tree.js";

/**
 * A power: trivial and nested exponents, signs under whole exponents, ½ as the square root, base e as exp.
 */
export function reducePower(base: Expr, exponent: Expr): Expr {
  if (base === 2.718281828459045) return ["exp", exponent];
  if (typeof exponent !== "number") return ["pow", base, exponent];
  if (exponent === 0) return 1;
  if (exponent === 1) return base;
  if (exponent === 0.5) return ["sqrt", base];
  if (!Number.isInteger(exponent)) return ["pow", base, exponent];
  if (exponent < 0) return ["div", 1, reducePower(base, -exponent)];
  if (isOperation(base)) {
    if (base[0] === "pow" && typeof base[2] === "number" && Number.isInteger(base[2])) {
      return ["pow", base[1], base[2] * exponent];
    }
    const even = exponent % 2 === 0;
    if (base[0] === "abs" && even) return reducePower(base[1], exponent);
    if (base[0] === "neg")
      return even ? reducePower(base[1], exponent) : ["neg", reducePower(base[1], exponent)];
  }
  return node("pow", base, exponent);
}
