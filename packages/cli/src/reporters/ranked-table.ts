import type { StudyRecord, TrialRecord } from "@actbench/core";
import { formatMetric, metricTitle, type Ranked, rankPoints, withinBounds } from "@actbench/report";
import { table } from "../terminal/table.js";

type MetricName = Ranked["metric"];
const BESIDE: readonly MetricName[] = ["validation_accuracy", "test_accuracy", "dead_rate", "inactive_rate"];

/** The points of a run, best first: the study's metric with its interval over seeds, others beside it. */
export function rankedTable(study: StudyRecord, records: readonly TrialRecord[]): string {
  const ranked = rankPoints(study, records);
  const metric = ranked[0]?.metric ?? "validation_accuracy";
  const beside = BESIDE.filter((name) => name !== metric && ranked.some(({ estimates }) => estimates[name]));
  const right = (title: string) => ({ title, align: "right" as const });
  return table(
    [
      right("#"),
      { title: "point" },
      right(metricTitle(metric)),
      right(`${study.stats.confidence * 100} % interval`),
      right("n"),
      ...beside.map((name) => right(metricTitle(name))),
      { title: "remarks" },
    ],
    ranked.map((line) => {
      const { rank, point, estimates, completed } = line;
      return [
        rank === undefined ? "" : `${rank}`,
        point.label,
        formatMetric(metric, estimates[metric]?.mean),
        interval(line, metric),
        `${estimates[metric]?.n ?? completed}`,
        ...beside.map((name) => formatMetric(name, estimates[name]?.mean)),
        remarks(line),
      ];
    }),
  );
}

function interval({ estimates, groups }: Ranked, metric: MetricName): string {
  const { low, high } = estimates[metric] ?? {};
  if (groups !== undefined && /_(?:accuracy|loss)$/.test(metric)) return "two groups";
  if (low === undefined || high === undefined) return "";
  return `${formatMetric(metric, withinBounds(metric, low))} … ${formatMetric(metric, withinBounds(metric, high))}`;
}

function remarks({ seeds, completed, diverged, prunedAt, groups }: Ranked): string {
  const without = prunedAt === undefined ? seeds - completed - diverged : 0;
  const parts = [
    ...(prunedAt === undefined ? [] : [`stopped early at rung ${prunedAt}`]),
    ...(groups === undefined ? [] : [groups]),
    ...(diverged > 0 ? [`${diverged} of ${seeds} diverged`] : []),
    ...(without > 0 ? [`${without} of ${seeds} without a result`] : []),
  ];
  return parts.join(", ");
}
