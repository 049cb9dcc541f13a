import { estimateMetric } from "../metrics/estimate-metric.js";
import type { MetricName } from "../metrics/metric-name.js";
import { trialValue } from "../metrics/trial-value.js";
import { mean } from "../stats/mean.js";
import type { Estimate } from "../stats/t-interval.js";
import { grouped } from "./grouped.js";
import type { PointView } from "./point-view.js";

/** What became of all points with one value of a setting. */
export interface SettingStep {
  readonly value: number;
  /** Over seeds, of each seed's mean over the points; undefined where nothing completed. */
  readonly estimate: Estimate | undefined;
  /** The seeds' means. */
  readonly seeds: readonly number[];
  readonly points: readonly PointView[];
  readonly trials: number;
  readonly diverged: number;
}

/**
 * A metric along a numeric setting. Within each seed it is the mean over the points that share the setting's
 * value, so that n is the number of seeds; trials without a value are left out, and diverged ones counted.
 */
export function settingCurve(
  points: readonly PointView[],
  settingOf: (point: PointView) => number | undefined,
  { metric, confidence }: { readonly metric: MetricName; readonly confidence: number },
): readonly SettingStep[] {
  return [...grouped(points, settingOf)]
    .sort(([a], [b]) => a - b)
    .map(([value, group]): SettingStep => {
      const bySeed = new Map<number, number[]>();
      for (const { planned, record } of group.flatMap(({ trials }) => trials)) {
        const measured = trialValue(record, metric);
        if (measured === undefined) continue;
        const known = bySeed.get(planned.seed);
        if (known === undefined) bySeed.set(planned.seed, [measured]);
        else known.push(measured);
      }
      const means = [...bySeed.values()].flatMap((values) => mean(values) ?? []);
      return {
        value,
        estimate: estimateMetric(metric, means, confidence),
        seeds: means,
        points: group,
        trials: group.reduce((sum, { trials }) => sum + trials.length, 0),
        diverged: group.reduce((sum, { diverged }) => sum + diverged, 0),
      };
    });
}
