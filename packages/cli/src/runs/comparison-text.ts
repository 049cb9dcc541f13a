import { type Comparison, formatDifference, formatEffect, formatMetric, metricTitle } from "@actbench/report";
import { plural } from "../terminal/plural.js";
import { table } from "../terminal/table.js";

/** Two runs side by side as text: what differs in the files, each matched point, the mean over all. */
export function comparisonText(comparison: Comparison): string {
  const { a, b, points, onlyA, onlyB, metric } = comparison;
  const overall = comparison.overall.find((one) => one.metric === metric)?.paired;
  const leftOut = overall?.leftOut ?? 0;
  return [
    `A: ${a.name}-${a.hash.slice(0, 8)}, ${plural(a.trials, "trial")}`,
    `B: ${b.name}-${b.hash.slice(0, 8)}, ${plural(b.trials, "trial")}`,
    ...configLines(comparison),
    "",
    ...(points.length === 0 ? [] : [pointTable(comparison), ""]),
    `${plural(points.length, "point")} matched, ${onlyA.length} only in A, ${onlyB.length} only in B`,
    ...(leftOut === 0 ? [] : [`${plural(leftOut, "pair")} left out: a side has no result`]),
    `mean over matched points within each seed, ${metricTitle(metric)}, B − A: ${formatEffect(metric, overall?.difference)}`,
  ].join("\n");
}

function configLines({ config }: Comparison): readonly string[] {
  if (config.length === 0) return ["same configuration"];
  return [
    "",
    table(
      [{ title: "setting" }, { title: "A" }, { title: "B" }],
      config.map((one) => [one.setting, one.a, one.b]),
    ),
  ];
}

function pointTable({ points, metric, confidence }: Comparison): string {
  const right = (title: string) => ({ title, align: "right" as const });
  return table(
    [
      { title: "point" },
      right(`${metricTitle(metric)} A`),
      right("B"),
      right("B − A"),
      right(`${confidence * 100} % interval`),
      right("n"),
      right("same digest"),
    ],
    points.map(({ labelA, labelB, metrics, seeds, identical }) => {
      const found = metrics.find((one) => one.metric === metric);
      const { mean, low, high, n } = found?.paired.difference ?? {};
      return [
        labelA === labelB ? labelA : `${labelA} → ${labelB}`,
        formatMetric(metric, found?.a?.mean),
        formatMetric(metric, found?.b?.mean),
        mean === undefined ? "" : formatDifference(metric, mean),
        low === undefined || high === undefined
          ? ""
          : `${formatDifference(metric, low)} … ${formatDifference(metric, high)}`,
        `${n ?? 0}`,
        `${identical}/${seeds}`,
      ];
    }),
  );
}
