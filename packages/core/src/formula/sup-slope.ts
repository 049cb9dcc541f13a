import { breakpoints } from "./breakpoints.js";
import { evaluate } from "./evaluate.js";
import type { Expr } from "./expr.js";
import { limitBeside } from "./limit-beside.js";
import { possiblePoles } from "./possible-poles.js";
import { supremum } from "./supremum.js";
import { substitute } from "./tree.js";

/**
 * sup |f′(x)| over all x, from the slope's tree: exact for piecewise straight functions, else as `supremum`
 * finds it. Trained parameters take the values of `params`.
 */
export function supSlope(slope: Expr, params: Readonly<Record<string, number>> = {}): number {
  const known = substitute(
    slope,
    new Map(Object.entries(params).map(([name, value]) => [`$${name}`, value])),
  );
  const at = (x: number): number => evaluate(known, { x });
  const places = [...new Set([...breakpoints(known), ...possiblePoles(known)])];
  // Near the kink of √|x| and near poles the derivative is unbounded.
  const sides = places.flatMap((x) => [limitBeside(at, x, -1), limitBeside(at, x, 1)]);
  return sides.some((side) => Math.abs(side) === Number.POSITIVE_INFINITY)
    ? Number.POSITIVE_INFINITY
    : supremum(at, places);
}
