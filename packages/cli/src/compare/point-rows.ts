import type { Comparison, JudgedEffect, PointComparison } from "@actbench/report";

/** Orders of the points of a comparison. */
export const SORTS = ["plan", "effect", "name"] as const;

/** What of a comparison a table shows, and in which order. */
export interface PointsView {
  /** Only points that are better or worse, or diverged at every seed. */
  readonly onlyChanged: boolean;
  readonly sort: (typeof SORTS)[number] | undefined;
}

/** A point and its comparison in the metric of A. */
export interface PointRow {
  readonly point: PointComparison;
  readonly label: string;
  readonly paired: JudgedEffect | undefined;
}

/** The points to show, in the order asked for; points without a difference are last by effect. */
export function pointRows(
  { points, metric }: Comparison,
  { onlyChanged, sort }: PointsView,
): readonly PointRow[] {
  const rows = points.map((point): PointRow => {
    const { labelA, labelB } = point;
    const label = labelA === labelB ? labelA : `${labelA} → ${labelB}`;
    return { point, label, paired: point.metrics.find((one) => one.metric === metric)?.paired };
  });
  const shown = onlyChanged ? rows.filter(({ paired }) => isChange(paired?.verdict)) : rows;
  const size = ({ paired }: PointRow): number => Math.abs(paired?.difference?.mean ?? -1);
  if (sort === "effect") return shown.toSorted((a, b) => size(b) - size(a));
  return sort === "name" ? shown.toSorted((a, b) => (a.label < b.label ? -1 : 1)) : shown;
}

function isChange(verdict: JudgedEffect["verdict"]): boolean {
  return verdict === "better" || verdict === "worse" || verdict === "diverged";
}
