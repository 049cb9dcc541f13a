import { decide, isCuts } from "./decide.js";
import type { Expr } from "./expr.js";
import { simplify } from "./simplify/simplify.js";
import { variablesOf } from "./tree.js";

const MOST_OUTCOMES = 64;

/**
 * What a slope may be once each choice that is left in it is made, one way or the other; undefined where that are too
 * many. Sides that are equal at single points of x are left out.
 */
export function outcomes(slope: Expr): readonly Expr[] | undefined {
  const found: Expr[] = [];
  const open: ReadonlyMap<string, -1 | 0 | 1>[] = [new Map()];
  for (let signs = open.pop(); signs; signs = open.pop()) {
    const known = signs;
    let undecided: Expr | undefined;
    const result = decide(slope, {
      sign: (difference) => {
        if (typeof difference === "number") return Math.sign(difference) as -1 | 0 | 1;
        const sign = known.get(JSON.stringify(difference));
        if (sign === undefined) undecided ??= difference;
        return sign ?? "unknown";
      },
    });
    if (undecided !== undefined) {
      const key = JSON.stringify(undecided);
      // A parameter may be equal to a number, and stay so.
      const possible = variablesOf(undecided).has("x") ? ([-1, 1] as const) : ([-1, 0, 1] as const);
      open.push(...possible.map((sign) => new Map([...known, [key, sign] as const])));
    } else if (!isCuts(result)) found.push(simplify(result, "slope"));
    if (found.length + open.length > MOST_OUTCOMES) return undefined;
  }
  return found;
}
