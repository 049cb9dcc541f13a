import {
  type Comparison,
  comparisonSentence,
  differenceWithinBounds,
  formatDifference,
  formatMetric,
  formatPaired,
  metricTitle,
} from "@actbench/report";
import { oneLine } from "../terminal/own-codes.js";
import { plural } from "../terminal/plural.js";
import { table } from "../terminal/table.js";
import { type PointsView, pointRows } from "./point-rows.js";

// Beyond these a terminal is no place for names; the page has them all.
const MAX_NAMES = 20;

/**
 * A run held against A as text: what differs in the files, the points, what has no counterpart, the mean and
 * its verdict.
 */
export function comparisonText(comparison: Comparison, view: PointsView, width: number): string {
  const { a, b, points, onlyA, onlyB, metric, overall, throughput, look } = comparison;
  const mean = overall.find((one) => one.metric === metric)?.paired;
  const lines = [
    `A: ${oneLine(a.name)}-${a.hash.slice(0, 8)}, ${plural(a.trials, "trial")}`,
    `B: ${oneLine(b.name)}-${b.hash.slice(0, 8)}, ${plural(b.trials, "trial")}`,
    ...configLines(comparison, width),
    "",
    ...pointLines(comparison, view, width),
    `${plural(points.length, "configuration")} matched, ${onlyA.length} only in A, ${onlyB.length} only in B`,
    ...unmatchedLines("A", onlyA),
    ...unmatchedLines("B", onlyB),
  ];
  if (mean === undefined) return [...lines, "nothing to compare: no configuration of A is in B"].join("\n");
  return [
    ...lines,
    ...(mean.diverged === 0
      ? []
      : [`${plural(mean.diverged, "pair")} with a diverged side, counted as chance`]),
    ...(mean.leftOut === 0 ? [] : [`${plural(mean.leftOut, "pair")} left out: a side has no result`]),
    `throughput: ${throughput.ratio === undefined ? "" : `B / A ${throughput.ratio.mean.toFixed(3)}, `}${oneLine(throughput.note)}`,
    `mean over matched configurations within each seed, ${metricTitle(metric)}, B − A: ${formatPaired(metric, mean)}`,
    comparisonSentence(comparison),
    ...(look === "" ? [] : [`at A: ${oneLine(look)}`]),
  ].join("\n");
}

function configLines({ config }: Comparison, width: number): readonly string[] {
  if (config.length === 0) return ["same configuration"];
  return [
    "",
    table(
      [{ title: "setting" }, { title: "A" }, { title: "B" }],
      config.map((one) => [one.setting, one.a, one.b]),
      width,
    ),
  ];
}

function unmatchedLines(side: string, labels: readonly string[]): readonly string[] {
  const left = labels.length - MAX_NAMES;
  const more = left > 0 ? [`  and ${left} more, named on the page`] : [];
  return [...labels.slice(0, MAX_NAMES).map((label) => `  only in ${side}: ${oneLine(label)}`), ...more];
}

function pointLines(comparison: Comparison, view: PointsView, width: number): readonly string[] {
  const rows = pointRows(comparison, view);
  if (comparison.points.length === 0) return [];
  if (rows.length === 0) return ["no configuration is better or worse", ""];
  const { metric, level } = comparison;
  const right = (title: string) => ({ title, align: "right" as const });
  const minor = (title: string) => ({ ...right(title), minor: 1 });
  const columns = [
    { title: "point" },
    minor(`${metricTitle(metric)} A`),
    minor("B"),
    right("B − A"),
    right(`${Number((level.confidence * 100).toFixed(2))} % interval`),
    minor("n"),
    minor("same digest"),
    { title: "verdict on B" },
  ];
  const cells = rows.map(({ label, point, paired }) => {
    const { mean, low, high, n } = paired?.difference ?? {};
    const found = point.metrics.find((one) => one.metric === metric);
    return [
      label,
      formatMetric(metric, found?.a?.mean),
      formatMetric(metric, found?.b?.mean),
      mean === undefined ? "" : formatDifference(metric, mean),
      low === undefined || high === undefined
        ? ""
        : `${formatDifference(metric, differenceWithinBounds(metric, low))} … ${formatDifference(metric, differenceWithinBounds(metric, high))}`,
      `${n ?? 0}`,
      `${point.identical}/${point.seeds}`,
      paired?.verdict ?? paired?.why ?? "",
    ];
  });
  return [table(columns, cells, width), ""];
}
