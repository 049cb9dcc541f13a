import { isScoreMetric, metricOf, rankingScore, scoreMetricName } from "@actbench/core/internal";
import { goodDirection } from "../metrics/good-direction.js";
import type { MetricName } from "../metrics/metric-name.js";
import { mean } from "../stats/mean.js";
import { countSeeds } from "../verdict/counted.js";
import { MAX_MISSING } from "../verdict/family-rules.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";

/** What settings are chosen by, and what the choice is judged by. */
export interface Choice {
  readonly chosenBy: MetricName;
  readonly metric: MetricName;
}

/**
 * Validation chooses, test never does: a metric of validation or test is judged on the test set after its
 * validation counterpart has chosen; any other metric is judged itself after validation accuracy (of
 * autoencoders the loss) has chosen. Undefined where no validation examples were held out: then nothing may
 * be chosen.
 */
export function choiceFor(view: RunView, metric: MetricName = view.metric): Choice | undefined {
  const held = view.points.every(({ configuration }) => configuration.spec.dataset.validation > 0);
  if (!held) return undefined;
  const entry = metricOf(metric);
  if (isScoreMetric(entry) && entry.from !== "train") {
    const { name } = entry.score;
    return { chosenBy: scoreMetricName("validation", name), metric: scoreMetricName("test", name) };
  }
  const usual = rankingScore(view.points.map(({ configuration }) => configuration.spec));
  return { chosenBy: scoreMetricName("validation", usual), metric };
}

/**
 * The mean by which a point is chosen, signed so that more is better: over its seeds, a diverged one with
 * what it counts for. Undefined where a seed was stopped early, or more than a fifth has no value.
 */
export function choiceValue(view: RunView, point: PointView, chosenBy: MetricName): number | undefined {
  const counted = [...countSeeds(view, point, chosenBy).values()];
  if (counted.some((one) => "absent" in one && one.absent === "pruned")) return undefined;
  const values = counted.flatMap((one) => ("value" in one ? one.value : []));
  if (values.length === 0 || 1 - values.length / counted.length > MAX_MISSING) return undefined;
  const center = values.some((value) => !Number.isFinite(value)) ? Infinity : mean(values);
  return center === undefined ? undefined : goodDirection(chosenBy, view.study.metric) * center;
}

/**
 * The best of some points on validation; of equal ones the first in the plan. Undefined where none can be
 * chosen.
 */
export function choose(
  view: RunView,
  points: readonly PointView[],
  chosenBy: MetricName,
): PointView | undefined {
  let best: PointView | undefined;
  let most = -Infinity;
  for (const point of points) {
    const value = choiceValue(view, point, chosenBy);
    if (value === undefined || value <= most) continue;
    best = point;
    most = value;
  }
  return best;
}
