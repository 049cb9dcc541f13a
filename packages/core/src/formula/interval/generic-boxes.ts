import type { Expr } from "../expr.js";
import { variablesOf } from "../tree.js";
import type { Boxes } from "./enclose.js";
import { type Enclosure, exactly } from "./enclosure.js";

/** First values and steps of parameters: positive and near 1, larger, negative. */
const SETS = [
  [0.7390851332, 0.3141592653],
  [3.7182818284, 1.1415926535],
  [-0.6180339887, -0.2718281828],
] as const;

/**
 * Values of a tree's parameters and noise that nothing in it is made for, beside a box of x; several sets,
 * for one may leave a domain. What is not 0 for such values is 0 for almost none. Each input of a gated unit
 * is in the box too, or, where that is a point, at such a value of its own.
 */
export function genericBoxes(tree: Expr, x: Enclosure): readonly Boxes[] {
  const names = [...variablesOf(tree)].filter((name) => name !== "x").sort();
  const isPoint = x.low === x.high;
  const sets = names.length === 0 ? SETS.slice(0, 1) : SETS;
  return sets.map(
    ([first, step]) =>
      new Map([
        ["x", x],
        ...names.map(
          (name, i) => [name, name.startsWith("x") && !isPoint ? x : exactly(first + i * step)] as const,
        ),
      ]),
  );
}
