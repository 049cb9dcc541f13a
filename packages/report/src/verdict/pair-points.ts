import type { MetricName } from "../metrics/metric-name.js";
import { countSeeds } from "./counted.js";
import { groupsRemark } from "./groups-remark.js";
import { type Pair, type PairedSample, pairedSample } from "./paired-sample.js";
import type { Side } from "./side.js";

/** Two points whose trials are compared seed by seed. */
export type Couple = readonly [a: Side, b: Side];

/**
 * The differences b − a of couples of points at every seed that both have planned; within a seed the mean
 * over couples.
 */
export function pairPoints(couples: readonly Couple[], metric: MetricName): PairedSample {
  const seeds = new Set(couples.flatMap(([{ point }]) => point.trials.map(({ planned }) => planned.seed)));
  const counted = couples.map((couple) => couple.map(({ view, point }) => countSeeds(view, point, metric)));
  const pairsAt = (seed: number): readonly Pair[] =>
    counted.flatMap(([left, right]) => {
      const [a, b] = [left?.get(seed), right?.get(seed)];
      return a === undefined || b === undefined ? [] : { a, b };
    });
  const sample = pairedSample([...seeds].sort((a, b) => a - b).map(pairsAt));
  const side = (place: 0 | 1): readonly Side[] => couples.map((couple) => couple[place]);
  const remark = groupsRemark(
    [
      ["it", side(1)],
      ["the other side", side(0)],
    ],
    metric,
  );
  return remark === undefined ? sample : { ...sample, remark };
}
