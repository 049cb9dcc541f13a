import type { Expr } from "../expr.js";
import { operandsOf } from "../tree.js";
import { expandedConstant } from "./expanded-constant.js";

interface Quotient {
  readonly a: Expr;
  readonly b: Expr;
  /** a′ and b′. */
  readonly above: Expr;
  readonly below: Expr;
  readonly d: (part: Expr) => Expr;
}

/**
 * (a / b)′ as c / b², where a′b − ab′ is a constant c, as for x / (1 + |x|); as c / (q √q) where b = √q, as
 * for x / √(1 + x²). The general form a′/b − (a/b)(b′/b) would cancel to noise for large x. Undefined where
 * neither fits.
 */
export function polynomialQuotient({ a, b, above, below, d }: Quotient): Expr | undefined {
  const root = operandsOf(b, "sqrt")?.[0];
  if (root !== undefined) {
    const constant = expandedConstant(["sub", ["mul", above, root], ["mul", ["mul", 0.5, a], d(root)]]);
    return constant === undefined ? undefined : ["div", ["div", constant, root], b];
  }
  const constant = expandedConstant(["sub", ["mul", above, b], ["mul", a, below]]);
  return constant === undefined ? undefined : ["div", ["div", constant, b], b];
}
