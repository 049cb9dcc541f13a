import { canonicalJson, isOfStudy, metricOf } from "@actbench/core/internal";
import { coverWords } from "../format/cover-words.js";
import { formatPercent, MISSING } from "../format/format.js";
import { groupsWords } from "../format/format-groups.js";
import { formatValue } from "../format/format-value.js";
import { goodDirection } from "../metrics/good-direction.js";
import { mainScores } from "../metrics/main-scores.js";
import {
  askedMetrics,
  isScore,
  type MetricName,
  metricTitle,
  TRIAL_METRICS,
} from "../metrics/metric-name.js";
import type { PointView } from "../view/point-view.js";
import type { Run } from "../view/run.js";
import { type RunView, viewRun } from "../view/run-view.js";
import { seedGroups } from "../view/seed-groups.js";
import { type ExportColumn, type ExportTable, exportTable } from "./export-table.js";
import { paperEstimate, paperTitle } from "./paper-number.js";

interface RankedPoint {
  readonly point: PointView;
  readonly rank: number | undefined;
}

/** Beside the study's metric, what a printed table has room for. */
const PRINTED: readonly MetricName[] = ["test_loss", "dead_rate", "inactive_rate"];

/** The points of a run, best first: every metric's mean over completed seeds with deviation and interval. */
export function pointsTable(run: Run): ExportTable {
  return pointsTableOf(viewRun(run));
}

/** The same of a run that is viewed already. */
export function pointsTableOf(view: RunView): ExportTable {
  const rows = view.ranked.map(
    (point, i): RankedPoint => ({
      point,
      rank: point.estimate(view.metric) === undefined ? undefined : i + 1,
    }),
  );
  const axes = view.study.axes.filter(({ values }) => values.length > 1);
  const printed = [
    ...new Set([view.metric, ...mainScores(view.study, ["test"]), ...PRINTED, ...askedMetrics(view.study)]),
  ].filter((name) => view.points.some((point) => point.estimate(name) !== undefined));
  const columns: readonly ExportColumn<RankedPoint>[] = [
    { name: "study", value: () => view.study.name },
    {
      name: "rank",
      value: ({ rank }) => rank,
      text: { title: "#", of: ({ rank }) => (rank === undefined ? MISSING : String(rank)) },
    },
    { name: "point", value: ({ point }) => point.index },
    { name: "label", value: ({ point }) => point.configuration.label },
    { name: "settings", value: ({ point }) => canonicalJson(point.configuration.settings) },
    ...axes.map(
      ({ name }): ExportColumn<RankedPoint> => ({
        name,
        text: {
          title: name.split(".").at(-1) ?? name,
          align: "left",
          of: ({ point }) => {
            const value = point.configuration.settings[name];
            return value === undefined ? MISSING : formatValue(value);
          },
        },
      }),
    ),
    { name: "seeds", value: ({ point }) => point.trials.length },
    {
      name: "completed",
      value: ({ point }) => point.completed,
      text: { title: "n", of: ({ point }) => String(point.completed) },
    },
    { name: "diverged", value: ({ point }) => point.diverged, ...divergedText(view.points) },
    ...TRIAL_METRICS.filter((metric) => isExported(metric, view)).flatMap((metric) =>
      metricColumns(view, metric, printed.includes(metric)),
    ),
    { name: "seed_groups", value: ({ point }) => groupsText(view, point) },
  ];
  return exportTable(columns, rows, {
    label: view.study.name,
    caption: `Mean over n completed seeds ± half the width of its ${formatPercent(view.confidence, 0)} confidence interval (Student's t), ranked by ${metricTitle(view.metric)}; it describes the variation over ${coverWords(view.study)}.`,
  });
}

/**
 * Accuracies have their columns in every table, as in `results.csv`; what other tasks have stands where it
 * was measured.
 */
function isExported(name: MetricName, { study }: RunView): boolean {
  return name.endsWith("_accuracy") || isOfStudy(metricOf(name), study.points);
}

function divergedText(points: readonly PointView[]): Pick<ExportColumn<RankedPoint>, "text"> {
  if (points.every(({ diverged }) => diverged === 0)) return {};
  return { text: { title: "diverged", of: ({ point }) => String(point.diverged) } };
}

/** Where seeds fall into two groups: `collapsed in 3 of 10 seeds`. */
function groupsText(view: RunView, point: PointView): string | undefined {
  const groups = seedGroups(view, point);
  return groups && groupsWords(groups);
}

function metricColumns(
  view: RunView,
  metric: MetricName,
  isPrinted: boolean,
): readonly ExportColumn<RankedPoint>[] {
  const estimate = ({ point }: RankedPoint) => point.estimate(metric);
  return [
    {
      name: metric,
      value: (row) => estimate(row)?.mean,
      ...(isPrinted
        ? {
            text: {
              title: paperTitle(metric),
              score: ({ point }: RankedPoint) => scoreOf(view, point, metric),
              of: (row: RankedPoint) => paperText(view, row.point, metric),
            },
          }
        : {}),
    },
    { name: `${metric}_sd`, value: (row) => estimate(row)?.sd },
    { name: `${metric}_low`, value: (row) => estimate(row)?.low },
    { name: `${metric}_high`, value: (row) => estimate(row)?.high },
  ];
}

/**
 * What makes a mean the best of its column; a configuration with a diverged seed is none, and times are no
 * contest.
 */
function scoreOf({ study }: RunView, point: PointView, metric: MetricName): number | undefined {
  const value = point.diverged > 0 || !isScore(metric) ? undefined : point.estimate(metric)?.mean;
  return value === undefined ? undefined : goodDirection(metric, study.metric) * value;
}

/**
 * The mean ± half of its interval; where seeds fall into two groups no interval, for it describes neither.
 */
function paperText(view: RunView, point: PointView, metric: MetricName): string {
  const estimate = point.estimate(metric);
  const learning = isScore(metric);
  if (estimate === undefined || !learning || seedGroups(view, point) === undefined)
    return paperEstimate(metric, estimate);
  return `${paperEstimate(metric, { n: estimate.n, mean: estimate.mean })} (two groups)`;
}
