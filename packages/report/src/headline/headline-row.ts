import { plural } from "../format/format.js";
import type { MetricName } from "../metrics/metric-name.js";
import type { Correction } from "../stats/adjust.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import type { PointView } from "../view/point-view.js";

/** One side that is compared with the reference. */
export interface HeadlineRow {
  readonly name: string;
  readonly color: number;
  /** The configurations that stand for it: its best one, or all that have the value. */
  readonly points: readonly PointView[];
  readonly paired: JudgedEffect;
  /** Every trial of these configurations diverged, whatever the reference did. */
  readonly allDiverged: boolean;
}

/**
 * The comparison that a page opens with: each activation with the baseline, or the leader with all others.
 */
export interface Headline {
  readonly kind: "baseline" | "leader";
  /** By what its comparisons are corrected. */
  readonly correction: Correction;
  /** What varies: `activation`, another axis, or whole configurations. */
  readonly of: "activation" | "configuration" | { readonly axis: string };
  readonly reference: Omit<HeadlineRow, "paired">;
  /** Each at its best settings, all other settings equal, or finalists on seeds that chose none of them. */
  readonly place: "best" | "equal" | "fresh";
  /** Over which differences are paired. */
  readonly seeds: number;
  readonly metric: MetricName;
  readonly sign: 1 | -1;
  /** Differences below it count as none. */
  readonly margin: number | undefined;
  /** Best first. */
  readonly rows: readonly HeadlineRow[];
}

/** Where the sides are compared, as a clause; empty where they are whole configurations. */
export function placeWords({ place, of, seeds }: Pick<Headline, "place" | "of" | "seeds">): string {
  if (place === "fresh") return `each finalist on ${plural(seeds, "fresh seed")}`;
  if (place === "best") return "each at its best settings";
  return of === "configuration" ? "" : "at matched settings";
}

/** A side of the comparison from its name and its configurations. */
export function headlineSide(name: string, points: readonly PointView[]): Headline["reference"] {
  const trials = points.flatMap((point) => point.trials);
  return {
    name,
    points,
    color: points[0]?.color ?? 0,
    allDiverged: trials.length > 0 && trials.every(({ status }) => status === "diverged"),
  };
}

/** Rows by their difference, those that have none last. */
export function bestFirst(rows: readonly HeadlineRow[], sign: 1 | -1): readonly HeadlineRow[] {
  const place = ({ paired, allDiverged }: HeadlineRow): number =>
    allDiverged ? -Infinity : sign * (paired.tested?.center ?? paired.difference?.mean ?? -sign * Infinity);
  return rows.toSorted((a, b) => place(b) - place(a) || 0);
}
