import { choiceFor } from "../effects/choose.js";
import { estimateMetric } from "../metrics/estimate-metric.js";
import { goodDirection } from "../metrics/good-direction.js";
import type { MetricName } from "../metrics/metric-name.js";
import { bestOfK, type Tried } from "../stats/best-of-k.js";
import type { Estimate } from "../stats/t-interval.js";
import { countSeeds } from "../verdict/counted.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { byActivation } from "./by-activation.js";
import type { NotShown } from "./not-shown.js";

/** How good an activation is when k of its points are tried. */
export interface TuningCurve {
  readonly label: string;
  readonly color: number;
  /** For k = 1, 2, … the expected test value of the best of k on validation, over seeds. */
  readonly best: readonly Estimate[];
  /** Points left out because a seed of theirs has no value. */
  readonly leftOut: number;
}

export interface TuningCurves {
  readonly chosenBy: MetricName;
  readonly metric: MetricName;
  readonly curves: readonly TuningCurve[];
}

/**
 * The best-of-k tuning curve of every activation: its points tried in random order, the best on validation
 * kept, its test value; per seed by `bestOfK`, then mean and interval over seeds. A diverged point counts as
 * chance.
 */
export function tuningCurves(view: RunView): TuningCurves | NotShown {
  const choice = choiceFor(view);
  if (choice === undefined) return { why: "no validation examples were held out, so nothing can be tuned" };
  const groups = byActivation(view);
  if (groups.length === 0) return { why: "the activation does not vary" };
  if (groups.every(({ points }) => points.length < 2))
    return { why: "it needs several settings for some activation" };
  const curves = groups.map(({ label, color, points }): TuningCurve => {
    const tried = points.map((point) => triedBySeed(view, point, choice));
    const whole = tried.filter((one) => one !== undefined);
    const seeds = view.study.seeds.map((_, i) =>
      bestOfK(whole.map((one) => one[i]).filter((one) => one !== undefined)),
    );
    return {
      label,
      color,
      best: whole.flatMap((_, k) => {
        const values = seeds.flatMap((curve) => curve[k] ?? []);
        return values.every(Number.isFinite)
          ? (estimateMetric(choice.metric, values, view.confidence) ?? [])
          : [];
      }),
      leftOut: points.length - whole.length,
    };
  });
  return { ...choice, curves };
}

interface Choosing {
  readonly chosenBy: MetricName;
  readonly metric: MetricName;
}

/** What a point gave at every seed of the study, in its order; undefined where a seed has no value. */
function triedBySeed(
  view: RunView,
  point: PointView,
  { chosenBy, metric }: Choosing,
): readonly Tried[] | undefined {
  const sign = goodDirection(chosenBy, view.study.metric);
  const [chosen, judged] = [chosenBy, metric].map((name) => countSeeds(view, point, name));
  const tried = view.study.seeds.flatMap((seed): Tried[] => {
    const [by, value] = [chosen?.get(seed), judged?.get(seed)];
    return by !== undefined && value !== undefined && "value" in by && "value" in value
      ? [{ chosenBy: sign * by.value, value: value.value }]
      : [];
  });
  return tried.length === view.study.seeds.length ? tried : undefined;
}
