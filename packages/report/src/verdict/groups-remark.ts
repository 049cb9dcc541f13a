import { plural } from "../format/format.js";
import { groupsWords } from "../format/format-groups.js";
import { isScore, type MetricName } from "../metrics/metric-name.js";
import { seedGroups } from "../view/seed-groups.js";
import type { Side } from "./side.js";

/**
 * That the seeds of what is compared fall into two groups, by which a mean of an accuracy or a loss describes
 * none of them; undefined where no test says so. Each side stands with what a sentence calls it.
 */
export function groupsRemark(
  sides: readonly (readonly [name: string, points: readonly Side[]])[],
  metric: MetricName,
): string | undefined {
  if (!isScore(metric)) return undefined;
  const parts = sides.flatMap(([name, all]) => {
    const points = new Map(all.map((side) => [side.point, side]));
    const split = [...points.values()].flatMap(({ view, point }) => seedGroups(view, point) ?? []);
    const [first] = split;
    if (first === undefined) return [];
    return points.size === 1
      ? `${name} ${groupsWords(first)}`
      : `seeds of ${name} fall into two groups at ${split.length} of ${plural(points.size, "setting")}`;
  });
  return parts.length === 0 ? undefined : `${parts.join(", ")}: the mean is not meaningful`;
}
