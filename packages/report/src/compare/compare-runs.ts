import type { TrialRecord } from "@actbench/core/internal";
import { confirmedOf } from "../analysis/confirmed-points.js";
import { coverWords } from "../format/cover-words.js";
import { levelWords } from "../format/format-level.js";
import { goodDirection } from "../metrics/good-direction.js";
import { mainScores } from "../metrics/main-scores.js";
import { askedMetrics, type MetricName, TRIAL_METRICS } from "../metrics/metric-name.js";
import type { Comparable } from "../verdict/comparable.js";
import { judgeGroups } from "../verdict/judge-groups.js";
import { pairPoints } from "../verdict/pair-points.js";
import { studyRules } from "../verdict/study-rules.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import type { Run } from "../view/run.js";
import { type RunView, viewRun } from "../view/run-view.js";
import type { ComparedRun, Comparison, PointComparison } from "./comparison.js";
import { type Match, type Matching, matchPoints } from "./match-points.js";
import { compareThroughput } from "./throughput.js";

// Speed is left out: a sweep's throughput has no verdict.
const COMPARED: readonly MetricName[] = [
  "validation_loss",
  "test_loss",
  "train_loss",
  "dead_rate",
  "inactive_rate",
  "saturated_rate",
];

export interface CompareOptions {
  /**
   * A difference must be larger than this to be better or worse, and a smaller one is equivalent; else
   * defaults.
   */
  readonly margin?: number | undefined;
}

/** B compared with A, before verdicts. */
interface Draft {
  readonly a: RunView;
  readonly b: RunView;
  readonly matching: Matching;
  readonly metrics: readonly MetricName[];
}

/**
 * Compares runs with the first one: points matched by their settings, trials by their seed, differences B
 * less A. The mean over all matched points is the declared comparison, one per other run, in the metric of A;
 * single points and other metrics are exploration, corrected by Benjamini–Hochberg. The level is that
 * of A's looks.
 */
export function compareRuns(
  first: Run,
  others: readonly Run[],
  { margin }: CompareOptions = {},
): readonly Comparison[] {
  const own = viewRun(first);
  // Comparing two runs is a look at both, so verdicts are not withheld.
  const a: RunView = {
    ...own,
    level: { ...own.level, shown: true },
    freshLevel: { ...own.freshLevel, shown: true },
  };
  const drafts = others.map((other) => draftOf(a, viewRun(other)));
  const exploratory = studyRules(a, "exploratory");
  const judged = new Map(
    [...new Set(drafts.flatMap(({ metrics }) => metrics))].map((metric) => {
      const asked = drafts.map(({ b, matching: { matches } }) =>
        comparables(a, b, { matches, metric, margin: metric === a.metric ? margin : undefined }),
      );
      const overall = judgeGroups(
        asked.map((one) => one.overall),
        metric === a.metric ? studyRules(a, "declared") : exploratory,
      );
      const points = judgeGroups(
        asked.map((one) => one.points),
        exploratory,
      );
      return [metric, drafts.map((_, i) => ({ overall: overall[i] ?? [], points: points[i] ?? [] }))];
    }),
  );
  return drafts.map((draft, i) =>
    comparisonOf(
      draft,
      draft.metrics.flatMap((metric) => {
        const own = judged.get(metric)?.[i];
        return own === undefined ? [] : { metric, ...own };
      }),
    ),
  );
}

function draftOf(a: RunView, b: RunView): Draft {
  const matching = matchPoints(a, b);
  const asked = askedMetrics(a.study);
  const compared = [...mainScores(a.study, ["train", "validation", "test"]), ...COMPARED];
  const wanted = TRIAL_METRICS.filter(
    (name) => name === a.metric || compared.includes(name) || asked.includes(name),
  );
  const measured = wanted.filter((name) =>
    matching.matches.some((m) => m.a.estimate(name) !== undefined || m.b.estimate(name) !== undefined),
  );
  const metrics = measured.toSorted((x, y) => Number(y === a.metric) - Number(x === a.metric));
  return { a, b, matching, metrics };
}

interface Question {
  readonly matches: readonly Match[];
  readonly metric: MetricName;
  readonly margin: number | undefined;
}

/** The mean over all matched points, none where there is no match, and each point. */
function comparables(a: RunView, b: RunView, { matches, metric, margin }: Question) {
  const sign = goodDirection(metric, a.study.metric);
  const compare = (some: readonly Match[]): Comparable => ({
    sample: pairPoints(
      some.map((match) => [
        { view: a, point: match.a },
        { view: b, point: match.b },
      ]),
      metric,
    ),
    metric,
    sign,
    margin,
    ...(margin !== undefined && { none: { low: -margin, high: margin } }),
  });
  return {
    overall: matches.length === 0 ? [] : [compare(matches)],
    points: matches.map((match) => compare([match])),
  };
}

/** The verdicts of one metric: over all points, and at each. */
interface JudgedMetric {
  readonly metric: MetricName;
  readonly overall: readonly JudgedEffect[];
  readonly points: readonly JudgedEffect[];
}

function comparisonOf({ a, b, matching }: Draft, judged: readonly JudgedMetric[]): Comparison {
  const { differences, matches, onlyA, onlyB } = matching;
  return {
    a: about(a),
    b: about(b),
    level: a.level,
    look: levelWords(a.level, a.history),
    metric: a.metric,
    metricSign: a.metricSign,
    config: differences,
    points: matches.map((match, i) => comparePoint(match, i, judged)),
    overall: judged.flatMap(({ metric, overall: [paired] }) =>
      paired === undefined ? [] : { metric, paired },
    ),
    throughput: compareThroughput(a, b, matches),
    onlyA,
    onlyB,
  };
}

function comparePoint(match: Match, place: number, judged: readonly JudgedMetric[]): PointComparison {
  const pairs = recordPairs(match);
  const same = pairs.filter(([a, b]) => digestOf(a) !== undefined && digestOf(a) === digestOf(b));
  return {
    labelA: match.a.configuration.label,
    labelB: match.b.configuration.label,
    color: match.a.color,
    metrics: judged.flatMap(({ metric, points }) => {
      const paired = points[place];
      const [a, b] = [match.a.estimate(metric), match.b.estimate(metric)];
      return paired === undefined ? [] : { metric, ...(a && { a }), ...(b && { b }), paired };
    }),
    seeds: pairs.length,
    identical: same.length,
  };
}

function recordPairs({
  a,
  b,
}: Match): readonly (readonly [TrialRecord | undefined, TrialRecord | undefined])[] {
  return a.trials.flatMap(({ planned: { seed }, record }) => {
    const other = b.trialAt(seed);
    return other === undefined ? [] : [[record, other.record] as const];
  });
}

/** As many digits as a page keeps, so that a run and its page are the same. */
function digestOf(record: TrialRecord | undefined): string | undefined {
  return record?.status === "completed" || record?.status === "diverged" ? record.digest : undefined;
}

function about(view: RunView): ComparedRun {
  const { name, hash, created, plan } = view.study;
  const covers = coverWords(view.study);
  return { name, hash, created, trials: plan.length, covers, finalists: confirmedOf(view) };
}
