import { type Affine, affine } from "./affine.js";
import type { Judgment } from "./decide.js";
import { evaluate } from "./evaluate.js";
import type { Expr } from "./expr.js";
import { enclose } from "./interval/enclose.js";
import { exactly, signOf } from "./interval/enclosure.js";
import { at, type Ends, insideOf, pointsIn } from "./stretch.js";
import { sizeOf, variablesOf } from "./tree.js";
import { signChanges } from "./zeros/sign-changes.js";
import type { Sliver } from "./zeros/sliver.js";
import { Work } from "./zeros/work.js";

/** Nodes of trees evaluated for one difference, and for all: some 60 and 300 ms. */
const WORK = 100_000;
const ALL_WORK = 500_000;

/** Signs of differences on stretches, with what was found before. */
export class Signs {
  private readonly work = new Work(ALL_WORK);
  private readonly known = new Map<
    string,
    { readonly stretch: Sliver; readonly zeros: readonly Sliver[] }[]
  >();

  of(difference: Expr, stretch: Ends): Judgment {
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

function ofLine({ slope, intercept }: Affine, line: Expr, { from, to }: Ends): Judgment {
  const root = slope === 0 ? Number.NaN : -intercept / slope + 0;
  if (root > from.high && root < to.low) return { cuts: [at(root)] };
  return Math.sign(evaluate(line, { x: middle(from.high, to.low) })) as -1 | 0 | 1;
}

/** A point inside an open interval. */
function middle(from: number, to: number): number {
  if (from === Number.NEGATIVE_INFINITY) return to === Number.POSITIVE_INFINITY ? 0 : to - 1 - Math.abs(to);
  return to === Number.POSITIVE_INFINITY ? from + 1 + Math.abs(from) : from + (to - from) / 2;
}
