import { affine } from "./affine.js";
import { type Cuts, decide, isCuts, type Judge, type Judgement } from "./decide.js";
import { evaluate } from "./evaluate.js";
import type { Expr } from "./expr.js";
import { enclose } from "./interval/enclose.js";
import { between, exactly, signOf } from "./interval/enclosure.js";
import { genericBoxes } from "./interval/generic-boxes.js";
import { simplify } from "./simplify/simplify.js";
import type { Strictness } from "./simplify/strictness.js";
import { sizeOf, variablesOf } from "./tree.js";
import { middleOf } from "./zeros/isolate-zeros.js";
import { signChanges } from "./zeros/sign-changes.js";
import { type Sliver, simplest } from "./zeros/sliver.js";
import { Work } from "./zeros/work.js";

/** An open stretch of x on which comparisons, min, max, abs and sign of a tree do not change, as far as that can be proven. */
export interface Piece {
  /** Where it ends on the left: a point that is known exactly or to within a sliver; −∞ for the first piece. */
  readonly from: Sliver;
  readonly to: Sliver;
  /** The tree with the decided parts replaced, simplified. What depends on a parameter, or could not be decided, is still a choice. */
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
/** The largest f32: pre-activations lie between it and its negative. */
export const LARGEST_F32 = 3.4028234663852886e38;
/** Nodes of trees evaluated for one difference, and for all: some 10 and 100 ms. */
const WORK = 200_000;
const ALL_WORK = 2_000_000;

/**
 * The real line cut where a choice of a tree in x changes, from left to right: exactly where straight lines are compared,
 * else at zeros that interval arithmetic isolates between the largest f32 and its negative.
 */
export function pieces(tree: Expr, { strictness = "slope", branches = false }: PieceOptions = {}): Piece[] {
  const done: Piece[] = [];
  const signs = new Signs();
  const open: Ends[] = [{ from: at(Number.NEGATIVE_INFINITY), to: at(Number.POSITIVE_INFINITY) }];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    if (stretch.from.high >= stretch.to.low) continue;
    const known = new Stretch(stretch, signs, branches);
    const result = decide(tree, known);
    if (!isCuts(result))
      done.push({ ...stretch, tree: simplify(result, strictness), analytic: known.analytic });
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

  sign(difference: Expr): Judgement {
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

interface Ends {
  readonly from: Sliver;
  readonly to: Sliver;
}

const at = (x: number): Sliver => ({ low: x, high: x });

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

/** The end of a piece as one number: the simplest that it may be. */
export function endOf(end: Sliver): number {
  return Number.isFinite(end.low) && Number.isFinite(end.high) ? simplest(end) : end.low;
}

/** A piece's numbers from its first to its last that are surely inside, within f32. */
export function insideOf({ from, to }: Ends): Sliver {
  return { low: Math.max(from.high, -LARGEST_F32), high: Math.min(to.low, LARGEST_F32) };
}

/** Signs of differences on stretches, with what was found before. */
class Signs {
  private readonly work = new Work(ALL_WORK);
  private readonly known = new Map<
    string,
    { readonly stretch: Sliver; readonly zeros: readonly Sliver[] }[]
  >();

  of(difference: Expr, stretch: Ends): Judgement {
    if (typeof difference === "number") return Math.sign(difference) as -1 | 0 | 1;
    const line = affine(difference);
    if (line !== undefined) return ofLine(line, difference, stretch);
    if ([...variablesOf(difference)].some((name) => name !== "x")) return "unknown";
    const inside = insideOf(stretch);
    const zeros = this.zeros(difference, inside)
      ?.filter(({ low, high }) => high > inside.low && low < inside.high)
      .map(({ low, high }) => ({ low: Math.max(low, inside.low), high: Math.min(high, inside.high) }));
    if (zeros === undefined) return "unknown";
    return zeros.length > 0 ? { cuts: zeros } : (this.somewhere(difference, inside) ?? "unknown");
  }

  private zeros(difference: Expr, stretch: Sliver): readonly Sliver[] | undefined {
    const key = JSON.stringify(difference);
    const before = this.known.get(key) ?? [];
    const wider = before.find(({ stretch: { low, high } }) => low <= stretch.low && high >= stretch.high);
    if (wider) return wider.zeros;
    if (this.work.isUsedUp) return undefined;
    const own = new Work(WORK);
    const zeros = signChanges(difference, stretch, own);
    this.work.spend(own.used);
    if (zeros) this.known.set(key, [...before, { stretch, zeros }]);
    return zeros;
  }

  /** The sign of a difference that has no zero on a stretch. */
  private somewhere(difference: Expr, stretch: Sliver): -1 | 1 | undefined {
    for (const x of pointsIn(stretch)) {
      this.work.spend(sizeOf(difference));
      const values = enclose(difference, new Map([["x", exactly(x)]]));
      const sign = values && signOf(values);
      if (sign) return sign;
    }
    return undefined;
  }
}

function ofLine(
  { slope, intercept }: { readonly slope: number; readonly intercept: number },
  line: Expr,
  { from, to }: Ends,
): Judgement {
  const root = slope === 0 ? Number.NaN : -intercept / slope + 0;
  if (root > from.high && root < to.low) return { cuts: [at(root)] };
  return Math.sign(evaluate(line, { x: middle(from.high, to.low) })) as -1 | 0 | 1;
}

/** A point inside an open interval. */
function middle(from: number, to: number): number {
  if (from === Number.NEGATIVE_INFINITY) return to === Number.POSITIVE_INFINITY ? 0 : to - 1 - Math.abs(to);
  return to === Number.POSITIVE_INFINITY ? from + 1 + Math.abs(from) : from + (to - from) / 2;
}

/** Points in a stretch, spread by size. */
export function pointsIn(stretch: Sliver): number[] {
  let boxes: readonly Sliver[] = [stretch];
  const points: number[] = [];
  for (let round = 0; round < 5; round++)
    boxes = boxes.flatMap((box) => {
      const x = middleOf(box);
      points.push(x);
      return [
        { low: box.low, high: x },
        { low: x, high: box.high },
      ];
    });
  return points;
}
