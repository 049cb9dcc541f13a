import { needsAsking, type ScoreEntry } from "../score/score-entry.js";
import { SCORES, type ScoreName } from "../score/scores.js";
import { type MetricEntry, type ScoreMetric, SUBSETS, type Subset } from "./metric-entry.js";
import { peakBytes, samplesPerSecond, stepNanoseconds, trainSeconds } from "./trial-metrics.js";
import { diedRate, revivedRate } from "./turnover-metrics.js";
import { deadRate, deadRateInit, inactiveRate, saturatedRate, zeroFraction } from "./unit-metrics.js";

/** Metrics that are no scores. */
const OTHERS = [
  deadRateInit,
  deadRate,
  inactiveRate,
  saturatedRate,
  zeroFraction,
  trainSeconds,
  samplesPerSecond,
  peakBytes,
  stepNanoseconds,
] as const;

/** Metrics of what happened to units, which some studies measure. */
const TURNOVER = [diedRate, revivedRate] as const;

type Other = (typeof OTHERS | typeof TURNOVER)[number];
/** The name of a score on a subset: `validation_accuracy`. */
export type ScoreMetricName = `${Subset}_${ScoreName}`;
/** The name of a metric, its column in `results.csv`. */
export type MetricColumn = ScoreMetricName | Other["name"];
/** Metrics of the initialization. */
export type StartMetricName = Extract<Other, { readonly of: "start" }>["name"];
/** Metrics that each epoch has, so that they have a curve. */
export type EpochMetric = ScoreMetricName | Extract<Other, { readonly of: "epoch" }>["name"];

/** Scores whose columns every run has, whatever its task. */
const OF_ALL: readonly ScoreName[] = ["loss", "accuracy"];

/** Every metric of a trial or a network. Those that only some studies measure come last. */
export const METRICS: readonly MetricEntry<MetricColumn>[] = [
  ...scoreMetrics(SCORES.filter(({ name }) => OF_ALL.includes(name))),
  ...OTHERS,
  ...scoreMetrics(SCORES.filter((score) => !OF_ALL.includes(score.name) && !needsAsking(score))),
  ...scoreMetrics(SCORES.filter(needsAsking)),
  ...TURNOVER,
];

const byName: ReadonlyMap<string, MetricEntry<MetricColumn>> = new Map(
  METRICS.map((metric) => [metric.name, metric]),
);

export function isMetricColumn(name: string): name is MetricColumn {
  return byName.has(name);
}

/** What is said of a metric. */
export function metricOf(name: MetricColumn): MetricEntry<MetricColumn> {
  const metric = byName.get(name);
  if (metric === undefined) throw new RangeError(`there is no metric ${JSON.stringify(name)}`);
  return metric;
}

/** The metric of a score on a subset. */
export function scoreMetricName(from: Subset, score: ScoreName): ScoreMetricName {
  return `${from}_${score}`;
}

function scoreMetrics(scores: readonly ScoreEntry<ScoreName>[]): readonly ScoreMetric<ScoreMetricName>[] {
  return SUBSETS.flatMap((from) =>
    scores.map(
      (score): ScoreMetric<ScoreMetricName> => ({
        name: scoreMetricName(from, score.name),
        title: `${from} ${score.title}`,
        unit: score.unit,
        goal: score.goal,
        repeats: true,
        of: "epoch",
        from,
        score,
        read: (epoch) => epoch[from]?.[score.name],
      }),
    ),
  );
}
