import type { StudyRecord, TrialRecord } from "@actbench/core";
import { DIGEST_DIGITS } from "../data/packed-records.js";
import { METRICS, type MetricName } from "../metrics/metric-name.js";
import { trialValue } from "../metrics/trial-value.js";
import { mean } from "../stats/mean.js";
import { pairedDifference } from "../stats/paired-difference.js";
import type { PointView } from "../view/point-view.js";
import type { Run } from "../view/run.js";
import { type RunView, viewRun } from "../view/run-view.js";
import type {
  ComparedRun,
  Comparison,
  MetricComparison,
  PairedMetric,
  PointComparison,
} from "./comparison.js";
import { compareConfigs } from "./config-difference.js";

// Speed is left out: it is compared in the quiet lane and within one class of machines only.
const COMPARED: readonly MetricName[] = [
  "validation_accuracy",
  "test_accuracy",
  "train_accuracy",
  "validation_loss",
  "test_loss",
  "train_loss",
  "dead_rate",
  "inactive_rate",
  "saturated_rate",
];

interface Match {
  readonly a: PointView;
  readonly b: PointView;
}

interface SeedPair {
  readonly seed: number;
  readonly a: TrialRecord | undefined;
  readonly b: TrialRecord | undefined;
}

function seedPairs({ a, b }: Match): readonly SeedPair[] {
  const right = new Map(b.trials.map((trial) => [trial.planned.seed, trial]));
  return a.trials.flatMap(({ planned: { seed }, record }) => {
    const other = right.get(seed);
    return other === undefined ? [] : { seed, a: record, b: other.record };
  });
}

/** As many digits as a page keeps, so that a run and its page are the same. */
const digestOf = (record: TrialRecord | undefined): string | undefined =>
  record?.status === "completed" || record?.status === "diverged"
    ? record.digest.slice(0, DIGEST_DIGITS)
    : undefined;

function comparePoint(match: Match, metrics: readonly MetricName[], confidence: number): PointComparison {
  const pairs = seedPairs(match);
  const compared = metrics.map((metric): MetricComparison => {
    const [a, b] = [match.a.estimate(metric), match.b.estimate(metric)];
    const values = pairs.map((pair) => [trialValue(pair.a, metric), trialValue(pair.b, metric)] as const);
    return { metric, ...(a && { a }), ...(b && { b }), paired: pairedDifference(values, confidence) };
  });
  return {
    labelA: match.a.point.label,
    labelB: match.b.point.label,
    color: match.a.color,
    metrics: compared,
    seeds: pairs.length,
    identical: pairs.filter(({ a, b }) => digestOf(a) !== undefined && digestOf(a) === digestOf(b)).length,
  };
}

function compareOverall(matches: readonly Match[], metric: MetricName, confidence: number): PairedMetric {
  const bySeed = new Map<number, number[]>();
  let leftOut = 0;
  for (const match of matches)
    for (const { seed, a, b } of seedPairs(match)) {
      const [left, right] = [trialValue(a, metric), trialValue(b, metric)];
      if (left === undefined || right === undefined) leftOut++;
      else {
        const known = bySeed.get(seed);
        if (known === undefined) bySeed.set(seed, [right - left]);
        else known.push(right - left);
      }
    }
  const pairs = [...bySeed]
    .sort(([a], [b]) => a - b)
    .map(([, differences]) => [0, mean(differences)] as const);
  return { metric, paired: { ...pairedDifference(pairs, confidence), leftOut } };
}

function about({ study }: RunView): ComparedRun {
  return { name: study.name, hash: study.hash, created: study.created, trials: study.plan.length };
}

const withId = (study: StudyRecord, labels: readonly number[]): readonly string[] =>
  labels.flatMap((i) => study.points[i]?.label ?? []);

/** Compares two runs: points matched by their settings, trials by their seed, differences B less A. */
export function compareRuns(a: Run, b: Run): Comparison {
  const [viewA, viewB] = [viewRun(a), viewRun(b)];
  const { differences, keysA, keysB } = compareConfigs(a.study, b.study);
  const right = new Map(keysB.map((key, i) => [key, i]));
  const matches: Match[] = [];
  const onlyA: number[] = [];
  keysA.forEach((key, i) => {
    const [left, other] = [viewA.points[i], viewB.points[right.get(key) ?? -1]];
    if (left !== undefined && other !== undefined) matches.push({ a: left, b: other });
    else onlyA.push(i);
  });
  const left = new Set(keysA);
  const onlyB = keysB.flatMap((key, i) => (left.has(key) ? [] : i));
  const { confidence, metric, metricSign } = viewA;
  const wanted = METRICS.filter((name) => name === metric || COMPARED.includes(name));
  const measured = wanted.filter((name) =>
    matches.some((m) => m.a.estimate(name) !== undefined || m.b.estimate(name) !== undefined),
  );
  const metrics = [...measured].sort((x, y) => Number(y === metric) - Number(x === metric));
  return {
    a: about(viewA),
    b: about(viewB),
    confidence,
    metric,
    metricSign,
    config: differences,
    points: matches.map((match) => comparePoint(match, metrics, confidence)),
    overall: metrics.map((name) => compareOverall(matches, name, confidence)),
    onlyA: withId(a.study, onlyA),
    onlyB: withId(b.study, onlyB),
  };
}
