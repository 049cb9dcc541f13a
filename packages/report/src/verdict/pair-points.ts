import type { MetricName } from "../metrics/metric-name.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { countTrial } from "./counted.js";
import { type PairedSample, pairedSample } from "./paired-sample.js";

/** A point of a run. */
export interface Side {
  readonly view: RunView;
  readonly point: PointView;
}

/** Two points whose trials are compared seed by seed. */
export type Couple = readonly [a: Side, b: Side];

/** The differences b − a of couples of points at every seed that both have planned; within a seed the mean over couples. */
export function pairPoints(couples: readonly Couple[], metric: MetricName): PairedSample {
  const seeds = new Set(couples.flatMap(([{ point }]) => point.trials.map(({ planned }) => planned.seed)));
  const counted = ({ view, point }: Side, seed: number) =>
    countTrial(view, point, point.trialAt(seed)?.record, metric);
  return pairedSample(
    [...seeds]
      .sort((a, b) => a - b)
      .map((seed) =>
        couples
          .filter(([a, b]) => a.point.trialAt(seed) !== undefined && b.point.trialAt(seed) !== undefined)
          .map(([a, b]) => ({ a: counted(a, seed), b: counted(b, seed) })),
      ),
  );
}
