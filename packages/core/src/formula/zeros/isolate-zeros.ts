import { derivative } from "../derivative/derivative.js";
import type { Expr } from "../expr.js";
import { enclose } from "../interval/enclose.js";
import { between, type Enclosure, exactly, negated, product, signOf, sum } from "../interval/enclosure.js";
import { stable } from "../simplify/stable.js";
import { isOperation, operands, sizeOf } from "../tree.js";
import { joined, type Sliver } from "./sliver.js";
import type { Work } from "./work.js";

/** The narrowest box that is cut further, relative to its place and absolutely. */
const NARROW = 1e-9;
const NARROW_AT_ZERO = 1e-12;
/** More zeros than a line is cut at: they are without number, as of a sine. */
const MAX_FOUND = 300;
/** The widest sliver that is good enough, relative to its place or to 1: some ten neighboring f32. */
const TOLERABLE = 1e-6;

/**
 * Slivers that hold every zero and pole of a tree of x on an open stretch; undefined where the work allowed
 * does not suffice. Proven by interval arithmetic: everywhere else the tree is surely not 0.
 */
export function isolateZeros(tree: Expr, stretch: Sliver, work: Work): Sliver[] | undefined {
  const search = new Search(tree, stretch, work);
  const open: Sliver[] = [stretch];
  const found: Sliver[] = [];
  for (let box = open.pop(); box; box = open.pop()) {
    if (work.isUsedUp || found.length > MAX_FOUND) return undefined;
    const result = search.look(box);
    if (result === "none") continue;
    if (result !== "unknown") found.push(result);
    else if (isNarrow(box)) found.push(box);
    else {
      const middle = middleOf(box);
      open.push({ low: middle, high: box.high }, { low: box.low, high: middle });
    }
  }
  const slivers = joined(found);
  return slivers.every(isTolerable) ? slivers : undefined;
}

class Search {
  private readonly cost: number;
  /** Bounds how fast the tree changes; undefined where it may jump. */
  private readonly slope: Expr | undefined;

  constructor(
    private readonly tree: Expr,
    private readonly stretch: Sliver,
    private readonly work: Work,
  ) {
    this.slope = mayJump(tree) ? undefined : stable(derivative(tree, "x"), "slope");
    this.cost = sizeOf(tree) + (this.slope === undefined ? 0 : sizeOf(this.slope));
  }

  /** Whether a box holds no zero, or a sliver of it all its zeros. */
  look({ low, high }: Sliver): "none" | "unknown" | Sliver {
    this.work.spend(this.cost);
    // A stretch is open: an end of it that is 0 is none of its x.
    const zero = low <= 0 && high >= 0 && this.stretch.low !== 0 && this.stretch.high !== 0;
    const box = between(low, high, zero);
    const values = this.values(this.tree, box);
    if (values?.zero === false) return "none";
    const slopes = values && this.slope !== undefined ? this.values(this.slope, box) : undefined;
    if (slopes === undefined) return "unknown";
    if (slopes.low < 0 && slopes.high > 0) return this.awayFromMiddle(box, slopes) ? "none" : "unknown";
    const crossing = this.crossing({ low, high }, slopes.low >= 0 ? 1 : -1);
    return crossing === "none" || isTolerable(crossing) ? crossing : "unknown";
  }

  /** The mean value theorem: f lies within f(middle) + f′(box) · (box − middle). */
  private awayFromMiddle(box: Enclosure, slopes: Enclosure): boolean {
    const middle = middleOf(box);
    const there = this.values(this.tree, exactly(middle));
    if (there === undefined) return false;
    return !sum(there, product(slopes, sum(box, negated(exactly(middle))))).zero;
  }

  /**
   * All zeros in a box where the function times `direction` never falls: between its last surely negative and
   * first surely positive point.
   */
  private crossing({ low, high }: Sliver, direction: 1 | -1): "none" | Sliver {
    const sideOf = (x: number): number => direction * (this.signAt(x) ?? 0);
    if (sideOf(low) > 0 || sideOf(high) < 0) return "none";
    const last = (side: 1 | -1, start: number, end: number): number => {
      if (sideOf(start) !== side) return start;
      let [sure, open] = [start, end];
      for (let step = 0; step < MAX_HALVINGS; step++) {
        const middle = middleOf({ low: Math.min(sure, open), high: Math.max(sure, open) });
        if (middle === sure || middle === open) break;
        if (sideOf(middle) === side) sure = middle;
        else open = middle;
      }
      return sure;
    };
    const left = last(-1, low, high);
    return { low: left, high: last(1, high, left) };
  }

  private signAt(x: number): -1 | 0 | 1 | undefined {
    this.work.spend(this.cost);
    const there = this.values(this.tree, exactly(x));
    return there && signOf(there);
  }

  private values(tree: Expr, box: Enclosure): Enclosure | undefined {
    return enclose(tree, new Map([["x", box]]));
  }
}

/** Whether a value may jump at more than poles. */
function mayJump(tree: Expr): boolean {
  if (!isOperation(tree)) return false;
  return JUMPING.has(tree[0]) || operands(tree).some(mayJump);
}

const JUMPING: ReadonlySet<string> = new Set(
  "where sign floor ceil round not lt le gt ge eq ne and or".split(" "),
);

/** Enough to reach neighboring f64 from f32's whole range. */
const MAX_HALVINGS = 1100;

function isNarrow({ low, high }: Sliver): boolean {
  return high - low <= Math.max(NARROW_AT_ZERO, NARROW * Math.max(Math.abs(low), Math.abs(high)));
}

/** Whether a sliver is narrow enough for what is claimed about it. */
export function isTolerable({ low, high }: Sliver): boolean {
  return high - low <= TOLERABLE * Math.max(1, Math.abs(low), Math.abs(high));
}

/** The middle of a box by size where it spans sizes, so that few cuts lead from 3e38 to 1. */
export function middleOf({ low, high }: Sliver): number {
  if (low === high || (low < 0 && high > 0)) return low === high ? low : 0;
  if (high <= 0) return -middleOf({ low: -high, high: -low });
  if (low === 0) return high > 1 ? 1 : high / 16;
  return high > 4 * low ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2;
}
