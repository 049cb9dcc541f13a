import { breakpoints } from "./breakpoints.js";
import { evaluate } from "./evaluate.js";
import type { Expr } from "./expr.js";
import { supremum } from "./supremum.js";
import { substitute } from "./tree.js";

/**
 * sup |f′(x)| over all x, from the slope's tree: exact for piecewise straight functions, else as `supremum` finds it.
 * Trained parameters take the values of `params`.
 */
export function supSlope(slope: Expr, params: Readonly<Record<string, number>> = {}): number {
  const known = substitute(
    slope,
    new Map(Object.entries(params).map(([name, value]) => [`$${name}`, value])),
  );
  return supremum((x) => evaluate(known, { x }), breakpoints(known));
}
