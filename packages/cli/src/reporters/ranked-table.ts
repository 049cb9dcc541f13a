import type { StudyRecord } from "@actbench/core/internal";
import {
  formatMetric,
  formatNanoseconds,
  isScore,
  metricTitle,
  type Ranked,
  rankingOf,
  rankingWords,
  withinBounds,
} from "@actbench/report";
import { table } from "../terminal/table.js";

type MetricName = Ranked["metric"];
const BESIDE: readonly MetricName[] = ["validation_accuracy", "test_accuracy", "dead_rate", "inactive_rate"];

/**
 * The points of a run, best first: what ranks them with its interval over seeds, or over rounds of the speed lane, others
 * beside it; and a line that says so where it is not the study's metric.
 */
export function rankedTable(study: StudyRecord, ranked: readonly Ranked[]): string {
  const ranking = rankingOf(
    study,
    ranked.some(({ stepTime }) => stepTime !== undefined),
  );
  const { metric, byStepTime, turned, instead } = ranking;
  const beside = BESIDE.filter(
    (name) => (byStepTime || name !== metric) && ranked.some(({ estimates }) => estimates[name]),
  );
  const right = (title: string) => ({ title, align: "right" as const });
  const lines = table(
    [
      right("#"),
      { title: "point" },
      right(metricTitle(byStepTime ? "step_ns" : metric)),
      right(`${study.stats.confidence * 100} % interval`),
      right(byStepTime ? "rounds" : "n"),
      ...beside.map((name) => right(metricTitle(name))),
      { title: "remarks" },
    ],
    ranked.map((line) => [
      line.rank === undefined ? "" : `${line.rank}`,
      line.point.label,
      ...(byStepTime ? timeCells(line) : metricCells(line, metric)),
      ...beside.map((name) => formatMetric(name, line.estimates[name]?.mean)),
      remarks(line),
    ]),
  );
  return byStepTime || turned || instead !== "" ? `${lines}\n${rankingWords(ranking)}` : lines;
}

/** Value, interval and n: of a metric over seeds. */
function metricCells(line: Ranked, metric: MetricName): readonly string[] {
  const { estimates, completed } = line;
  const estimate = estimates[metric];
  return [formatMetric(metric, estimate?.mean), interval(line, metric), `${estimate?.n ?? completed}`];
}

/** The same of the time of an update, over rounds. */
function timeCells({ stepTime }: Ranked): readonly string[] {
  if (stepTime === undefined) return ["", "", ""];
  const { p50_ns, interval, n } = stepTime;
  const [low, high] = [interval.low, interval.high].map(formatNanoseconds);
  return [formatNanoseconds(p50_ns), `${low} … ${high}`, `${n}`];
}

function interval({ estimates, groups }: Ranked, metric: MetricName): string {
  const { low, high } = estimates[metric] ?? {};
  if (groups !== undefined && isScore(metric)) return "two groups";
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
