import { allBreakpoints, type Breakpoints } from "./breakpoints.js";
import { derivative } from "./derivative/derivative.js";
import { evaluate } from "./evaluate.js";
import type { Expr } from "./expr.js";
import { type Piece, pieces } from "./pieces.js";
import { stable } from "./simplify/stable.js";
import { endOf } from "./stretch.js";
import { sizeOf } from "./tree.js";

/** What of a difference counts, relative to 1 or what is compared. */
const NOTICED = 1e-9;
/** The same where a side is looked at a little way off. */
const NOTICED_BESIDE = 1e-6;

/** Above this total size, pieces are examined only near their ends, which is cheaper. */
const MAX_NODES = 3000;

interface Side {
  readonly value: number;
  readonly slope: number;
}

/** The x at which a tree of x, or its slope, jumps, or its slope is infinite. */
export function kinks(tree: Expr): Breakpoints {
  const parts = pieces(tree, { strictness: "exact" });
  const nodes = parts.reduce((sum, piece) => sum + sizeOf(piece.tree), 0);
  const ends = new Map(parts.slice(1).map((piece, i) => [endOf(piece.from), [parts[i], piece] as const]));
  const slope = derivative(tree, "x");
  const { at, complete } = allBreakpoints(tree);
  const isKink = (x: number): boolean => {
    const [before, after] = ends.get(x) ?? [];
    if (before && after && nodes <= MAX_NODES) return differ(sideAt(before, x), sideAt(after, x), NOTICED);
    const gap = NOTICED * (1 + Math.abs(x));
    const beside = (at: number): Side => ({
      value: evaluate(tree, { x: at }),
      slope: evaluate(slope, { x: at }),
    });
    return differ(beside(x - gap), beside(x + gap), NOTICED_BESIDE);
  };
  return { at: at.filter(isKink), complete };
}

/** Value and slope of a piece continued to its end. */
function sideAt(piece: Piece, x: number): Side {
  return {
    value: evaluate(piece.tree, { x }),
    slope: evaluate(stable(derivative(piece.tree, "x"), "slope"), { x }),
  };
}

function differ(left: Side, right: Side, noticed: number): boolean {
  const apart = (a: number, b: number): boolean =>
    !Number.isFinite(a - b) || Math.abs(a - b) > noticed * (1 + Math.max(Math.abs(a), Math.abs(b)));
  return apart(left.slope, right.slope) || apart(left.value, right.value);
}
