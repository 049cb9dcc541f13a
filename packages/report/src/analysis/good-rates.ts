import { choiceFor, choose } from "../effects/choose.js";
import { goodDirection } from "../metrics/good-direction.js";
import type { MetricName } from "../metrics/metric-name.js";
import { type Estimate, tInterval } from "../stats/t-interval.js";
import { countSeeds } from "../verdict/counted.js";
import { equivalenceMargin } from "../verdict/margin.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { type ActivationPoints, byActivation } from "./by-activation.js";
import type { NotShown } from "./not-shown.js";

/** How forgiving an activation is of its learning rate. */
export interface GoodRates {
  readonly label: string;
  readonly color: number;
  /** Decades between the lowest and highest good rate, log₁₀(high / low), over seeds. */
  readonly decades?: Estimate;
  /** Seeds at which the range reaches the lowest or highest rate tried, so that it may be wider. */
  readonly open: number;
  /** The good range of the first seed to the last, at its widest. */
  readonly low?: number;
  readonly high?: number;
}

export interface GoodRateRanges {
  /** What a rate is judged by. */
  readonly metric: MetricName;
  readonly rates: readonly number[];
  readonly ranges: readonly GoodRates[];
}

/** Fewer rates make no range. */
const MIN_RATES = 3;

/**
 * The width of the good learning-rate range of every activation: at each rate the other settings are chosen
 * on validation; good are the rates around the best of a seed whose validation value is within the
 * equivalence margin of it, without a gap. n counts seeds.
 */
export function goodRates(view: RunView): GoodRateRanges | NotShown {
  const rates = (view.study.axes.find(({ name }) => name === "train.lr")?.values ?? [])
    .filter((value) => typeof value === "number")
    .toSorted((a, b) => a - b);
  if (rates.length < MIN_RATES) return { why: `a range needs ${MIN_RATES} learning rates at least` };
  const choice = choiceFor(view);
  if (choice === undefined)
    return { why: "no validation examples were held out, so no rate can be called good" };
  const groups = byActivation(view);
  if (groups.length === 0) return { why: "the activation does not vary" };
  const metric = choice.chosenBy;
  return { metric, rates, ranges: groups.map((group) => rangeOf(view, group, { metric, rates })) };
}

interface Question {
  readonly metric: MetricName;
  readonly rates: readonly number[];
}

function rangeOf(
  view: RunView,
  { label, color, points }: ActivationPoints,
  { metric, rates }: Question,
): GoodRates {
  const chosen = rates.map((rate) =>
    choose(
      view,
      points.filter(({ configuration }) => configuration.settings["train.lr"] === rate),
      metric,
    ),
  );
  const ranges = view.study.seeds
    .map((seed) => goodAt(view, chosen, { seed, metric }))
    .filter((range) => range !== undefined);
  const rateOf = (place: number): number => rates[place] ?? Number.NaN;
  const widths = ranges.map(([low, high]) => Math.log10(rateOf(high) / rateOf(low)));
  const decades = tInterval(widths, view.confidence);
  const ends = {
    low: Math.min(...ranges.map(([low]) => low)),
    high: Math.max(...ranges.map(([, high]) => high)),
  };
  return {
    label,
    color,
    ...(decades && { decades }),
    open: ranges.filter(([low, high]) => low === 0 || high === rates.length - 1).length,
    ...(ranges.length > 0 ? { low: rateOf(ends.low), high: rateOf(ends.high) } : {}),
  };
}

/** The places of the lowest and highest good rate at a seed; undefined where no rate has a value. */
function goodAt(
  view: RunView,
  chosen: readonly (PointView | undefined)[],
  { seed, metric }: { readonly seed: number; readonly metric: MetricName },
): readonly [low: number, high: number] | undefined {
  const sign = goodDirection(metric, view.study.metric);
  const values = chosen.map((point) => {
    const counted = point && countSeeds(view, point, metric).get(seed);
    return counted !== undefined && "value" in counted ? sign * counted.value : -Infinity;
  });
  const best = values.reduce((a, b) => Math.max(a, b), -Infinity);
  if (!Number.isFinite(best)) return undefined;
  const margin =
    equivalenceMargin(metric, {
      within: view.study.stats.equivalent_within,
      ranked: view.study.metric.name,
      reference: best,
    }) ?? 0;
  const at = values.indexOf(best);
  const isGood = (place: number): boolean => (values[place] ?? -Infinity) >= best - margin;
  let [low, high] = [at, at];
  while (isGood(low - 1)) low--;
  while (isGood(high + 1)) high++;
  return [low, high];
}
