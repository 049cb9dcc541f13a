import { type Cuts, decide, isCuts, type Judge, type Judgment } from "./decide.js";
import type { Expr } from "./expr.js";
import { enclose } from "./interval/enclose.js";
import { between } from "./interval/enclosure.js";
import { genericBoxes } from "./interval/generic-boxes.js";
import { Signs } from "./signs.js";
import { simplify } from "./simplify/simplify.js";
import type { Strictness } from "./simplify/strictness.js";
import { at, type Ends, insideOf } from "./stretch.js";
import { isOperation, type Operation, variablesOf } from "./tree.js";
import type { Sliver } from "./zeros/sliver.js";

/**
 * An open stretch of x on which comparisons, min, max, abs and sign of a tree do not change, as far as that
 * can be proven.
 */
export interface Piece extends Ends {
  /**
   * The tree with the decided parts replaced, simplified. What depends on a parameter, or could not be
   * decided, is still a choice.
   */
  readonly tree: Expr;
  /** Whether branch points were looked for, and surely none lies inside. */
  readonly analytic: boolean;
}

export interface PieceOptions {
  /** `slope` unless given. */
  readonly strictness?: Strictness;
  /** Whether to cut at branch points too. */
  readonly branches?: boolean;
}

const MAX_PIECES = 256;
/**
 * The real line cut where a choice of a tree in x changes, from left to right: exactly where straight lines
 * are compared, else at zeros that interval arithmetic isolates between the largest f32 and its negative.
 */
export function pieces(
  tree: Expr,
  { strictness = "slope", branches = false }: PieceOptions = {},
): readonly Piece[] {
  const how = `${strictness} ${branches}`;
  const before = isOperation(tree) ? known.get(tree)?.get(how) : undefined;
  if (before) return before;
  const found = cut(tree, strictness, branches);
  if (isOperation(tree)) known.set(tree, new Map([...(known.get(tree) ?? []), [how, found]]));
  return found;
}

/** Breakpoints, kinks, poles, range and zero slopes of a tree ask for the same pieces. */
const known = new WeakMap<Operation, ReadonlyMap<string, readonly Piece[]>>();

function cut(tree: Expr, strictness: Strictness, branches: boolean): readonly Piece[] {
  const done: Piece[] = [];
  const signs = new Signs();
  const open: Ends[] = [{ from: at(Number.NEGATIVE_INFINITY), to: at(Number.POSITIVE_INFINITY) }];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    if (stretch.from.high >= stretch.to.low) continue;
    const here = new Stretch(stretch, signs, branches);
    const result = decide(tree, here);
    if (!isCuts(result))
      done.push({ ...stretch, tree: simplify(result, strictness), analytic: here.analytic });
    else if (done.length + open.length + result.cuts.length <= MAX_PIECES)
      open.push(...split(stretch, result.cuts).reverse());
    else done.push({ ...stretch, tree: simplify(tree, strictness), analytic: false });
  }
  return closed(done);
}

/** What is known of signs on a stretch. */
class Stretch implements Judge {
  analytic: boolean;
  readonly branch: Judge["branch"];

  constructor(
    private readonly ends: Ends,
    private readonly signs: Signs,
    branches: boolean,
  ) {
    this.analytic = branches;
    this.branch = branches ? (point) => this.cutsAt(simplify(point, "slope")) : undefined;
  }

  sign(difference: Expr): Judgment {
    return this.signs.of(difference, this.ends);
  }

  private cutsAt(point: Expr): Cuts | undefined {
    const sign = this.sign(point);
    if (isCuts(sign)) return sign;
    if (sign === "unknown" && [...variablesOf(point)].some((name) => name.startsWith("x")))
      this.analytic &&= this.isAwayFromZero(point);
    return undefined;
  }

  /** Whether a tree with parameters has no zero on the stretch, whatever they are. */
  private isAwayFromZero(point: Expr): boolean {
    const { low, high } = insideOf(this.ends);
    return genericBoxes(point, between(low, high)).some((boxes) => enclose(point, boxes)?.zero === false);
  }
}

function split({ from, to }: Ends, cuts: readonly Sliver[]): Ends[] {
  const ends = [from, ...cuts, to];
  return ends.slice(1).map((end, i) => ({ from: ends[i] ?? from, to: end }));
}

/** Pieces with one common end where two meet: slivers side by side hold no piece. */
function closed(found: readonly Piece[]): Piece[] {
  const gap = (i: number): Sliver => ({
    low: found[i - 1]?.to.low ?? Number.NEGATIVE_INFINITY,
    high: found[i]?.from.high ?? Number.POSITIVE_INFINITY,
  });
  return found.map((piece, i) => ({
    ...piece,
    from: i === 0 ? piece.from : gap(i),
    to: i === found.length - 1 ? piece.to : gap(i + 1),
  }));
}
