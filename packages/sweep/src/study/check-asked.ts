import { isAsked, type MetricColumn, metricOf, requestOf, type StudyPoint } from "@actbench/core/internal";
import type { Path } from "../config/path.js";
import type { ProblemList } from "../config/problem-list.js";

/** Notes a metric that a study names and does not measure. */
export function checkAsked(
  name: MetricColumn,
  path: Path,
  { points, problems }: { readonly points: readonly StudyPoint[]; readonly problems: ProblemList },
): void {
  const metric = metricOf(name);
  const request = requestOf(metric);
  if (points.length > 0 && request !== undefined && !isAsked(metric, points))
    problems.add(
      path,
      `${name} is measured only if a study requests it`,
      `add measure: { ${request.setting} }`,
    );
}
