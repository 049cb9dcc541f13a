import { decide, isCuts } from "./decide.js";
import type { Expr } from "./expr.js";
import { isOperation, type Operation, variablesOf } from "./tree.js";

const MAX_OUTCOMES = 64;

export interface Outcomes {
  /** What a slope may be, not simplified. */
  readonly trees: readonly Expr[];
  /** What decides between them, where it is defined: where it is not, a comparison fails on both sides. */
  readonly decidedBy: readonly Expr[];
}

/**
 * What a slope may be once each choice that is left in it is made, one way or the other; undefined where that
 * are too many. Sides that are equal at single points of x are left out.
 */
export function outcomes(slope: Expr): Outcomes | undefined {
  const found: Expr[] = [];
  const decidedBy = new Map<string, Expr>();
  const open: ReadonlyMap<string, -1 | 0 | 1>[] = [new Map()];
  for (let signs = open.pop(); signs; signs = open.pop()) {
    const known = signs;
    let undecided: Expr | undefined;
    const result = decide(slope, {
      sign: (difference) => {
        if (typeof difference === "number") return Math.sign(difference) as -1 | 0 | 1;
        const sign = known.get(keyOf(difference));
        if (sign === undefined) undecided ??= difference;
        return sign ?? "unknown";
      },
    });
    if (undecided !== undefined) {
      const key = keyOf(undecided);
      decidedBy.set(key, undecided);
      // A parameter may be equal to a number, and stay so.
      const possible = variablesOf(undecided).has("x") ? ([-1, 1] as const) : ([-1, 0, 1] as const);
      open.push(...possible.map((sign) => new Map([...known, [key, sign] as const])));
    } else if (!isCuts(result)) found.push(result);
    if (found.length + open.length > MAX_OUTCOMES) return undefined;
  }
  return { trees: found, decidedBy: [...decidedBy.values()] };
}

const keys = new WeakMap<Operation, string>();

function keyOf(tree: Expr): string {
  if (!isOperation(tree)) return String(tree);
  const before = keys.get(tree);
  if (before !== undefined) return before;
  const key = JSON.stringify(tree);
  keys.set(tree, key);
  return key;
}
