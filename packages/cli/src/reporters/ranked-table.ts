import type { StudyRecord } from "@actbench/core/internal";
import {
  formatMetric,
  formatNanoseconds,
  isScore,
  mainScores,
  metricTitle,
  type Ranked,
  rankingOf,
  rankingWords,
  withinBounds,
} from "@actbench/report";
import { type Colors, oneLine } from "../terminal/own-codes.js";
import { table } from "../terminal/table.js";

type MetricName = Ranked["metric"];
/** Metrics beside the one that ranks, with the order in which they go where there is no room. */
const BESIDE: Readonly<Partial<Record<MetricName, number>>> = {
  dead_rate: 1,
  inactive_rate: 4,
};

/** The same of scores. */
const SCORE_ORDER = 2;

/** Rows of the table; the page has them all. */
const MAX_ROWS = 10;

/** Where and how the table is shown. */
export interface RankedTableOptions {
  readonly width: number;
  readonly colors: Pick<Colors, "green" | "yellow" | "red" | "dim">;
}

/**
 * The best points of a run, best first: what ranks them with its interval over seeds, or over rounds of the
 * speed lane, others beside it; and a line that says so where it is not the study's metric.
 */
export function rankedTable(
  study: StudyRecord,
  all: readonly Ranked[],
  { width, colors }: RankedTableOptions,
): string {
  // One row more costs no more than the line that says that it is missing.
  const ranked = all.length <= MAX_ROWS + 1 ? all : all.slice(0, MAX_ROWS);
  const ranking = rankingOf(
    study,
    ranked.some(({ stepTime }) => stepTime !== undefined),
  );
  const { metric, byStepTime, turned, instead } = ranking;
  const scores = mainScores(study, ["validation", "test"]);
  const beside = [...scores, ...(Object.keys(BESIDE) as MetricName[])].filter(
    (name) => (byStepTime || name !== metric) && ranked.some(({ estimates }) => estimates[name]),
  );
  const right = (title: string) => ({ title, align: "right" as const });
  const minor = (title: string, order: number) => ({ ...right(title), minor: order });
  const marked = ranked.some((line) => remarks(line) !== "");
  const lines = table(
    [
      right("#"),
      { title: "configuration" },
      right(metricTitle(byStepTime ? "step_ns" : metric)),
      right(`${study.stats.confidence * 100} % interval`),
      minor(byStepTime ? "rounds" : "n", 3),
      ...beside.map((name) => minor(metricTitle(name), BESIDE[name] ?? SCORE_ORDER)),
      ...(marked ? [{ title: "remarks" }] : []),
    ],
    ranked.map((line) => [
      line.rank === undefined ? "" : `${line.rank}`,
      line.rank === 1 ? colors.green(oneLine(line.point.label)) : line.point.label,
      ...(byStepTime ? timeCells(line) : metricCells(line, metric)),
      ...beside.map((name) => besideCell(name, line.estimates[name]?.mean, colors)),
      ...(marked ? [line.diverged > 0 ? colors.red(oneLine(remarks(line))) : remarks(line)] : []),
    ]),
    width,
  );
  return [
    lines,
    ...(ranked.length < all.length ? [colors.dim(`… ${all.length - ranked.length} more on the page`)] : []),
    ...(byStepTime || turned || instead !== "" ? [rankingWords(ranking)] : []),
  ].join("\n");
}

/** A metric that is not used for ranking; dead units are marked. */
function besideCell(
  name: MetricName,
  mean: number | undefined,
  { yellow }: RankedTableOptions["colors"],
): string {
  const text = formatMetric(name, mean);
  return name === "dead_rate" && mean !== undefined && mean > 0 ? yellow(text) : text;
}

/** Value, interval and n: of a metric over seeds. */
function metricCells(line: Ranked, metric: MetricName): readonly string[] {
  const { estimates, completed } = line;
  const estimate = estimates[metric];
  return [formatMetric(metric, estimate?.mean), interval(line, metric), `${estimate?.n ?? completed}`];
}

/** The same of the time of a step, over rounds. */
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
