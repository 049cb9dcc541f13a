import { plural } from "../format/format.js";
import { formatEstimate, formatPaired } from "../format/format-estimate.js";
import { groupsWords } from "../format/format-groups.js";
import { formatNanoseconds } from "../format/format-speed.js";
import { verdictReasons } from "../format/format-verdict.js";
import { mainScores } from "../metrics/main-scores.js";
import { metricTitle } from "../metrics/metric-name.js";
import type { StepTime } from "../speed/point-step-times.js";
import { judgeWhenAsked } from "../verdict/judge-family.js";
import { pairPoints } from "../verdict/pair-points.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { seedGroups } from "../view/seed-groups.js";
import { type Finding, finding } from "./finding.js";

/**
 * The best point by the ranking metric, and whether the seeds distinguish it from the second; the speed
 * section compares times.
 */
export function best(view: RunView): readonly Finding[] {
  const { metric, metricSign: sign, level, ranking } = view;
  const [first, second, ...others] = view.ranked;
  const estimate = first?.estimate(metric);
  if (first?.stepTime !== undefined) return [firstByTime(view, first, first.stepTime)];
  if (first === undefined || estimate === undefined || ranking.byStepTime) return [];
  const [tested] = mainScores(view.study, ["test"]).filter((name) => name !== metric);
  const test = tested && first.estimate(tested);
  const groups = seedGroups(view, first);
  const top = finding(
    "best",
    "good",
    [
      { name: first.configuration.label },
      ` has the ${ranking.turned ? (sign === 1 ? "highest" : "lowest") : "best"} ${metricTitle(metric)}: ${formatEstimate(metric, estimate)}`,
      groups !== undefined && ` (${groupsWords(groups)})`,
      first.diverged > 0 && ` (${first.diverged} of ${first.trials.length} seeds diverged)`,
      tested !== undefined &&
        test !== undefined &&
        `; ${metricTitle(tested)} ${formatEstimate(tested, test)}`,
      ".",
    ].filter((part) => part !== false),
  );
  if (second?.estimate(metric) === undefined) return [top];
  // Held against every other point: the best was picked from all of them.
  const family = [second, ...others].map((rival) => ({
    sample: pairPoints(
      [
        [
          { view, point: rival },
          { view, point: first },
        ],
      ],
      metric,
    ),
    metric,
    sign,
  }));
  const { correction, equivalent_within: within } = view.study.stats;
  const [next] = family;
  const lead = next && judgeWhenAsked(family, { level, correction, within })(next, 0);
  if (lead?.difference === undefined) return [top];
  const why = verdictReasons(lead);
  const verdict = lead.verdict === undefined ? why : `${lead.verdict}${why && ` (${why})`}`;
  return [
    top,
    finding("lead", "note", [
      "Its lead over the next, ",
      { name: second.configuration.label },
      `, is ${formatPaired(metric, lead)}, paired by seed: ${verdict}.`,
    ]),
  ];
}

function firstByTime(view: RunView, point: PointView, { p50_ns, interval, n }: StepTime): Finding {
  const { metric, ranking } = view;
  const estimate = point.estimate(metric);
  return finding("best", "good", [
    { name: point.configuration.label },
    ` has the ${ranking.turned ? "longest" : "shortest"} ${metricTitle("step_ns")}, measured alone: ${formatNanoseconds(p50_ns)} [${formatNanoseconds(interval.low)}, ${formatNanoseconds(interval.high)}], ${plural(n, "round")}`,
    estimate === undefined ? "." : `; ${metricTitle(metric)} ${formatEstimate(metric, estimate)}.`,
  ]);
}
