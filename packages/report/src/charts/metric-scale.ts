import { scaleLinear, scaleLog } from "d3-scale";
import { formatCount, formatNumber, formatPercent } from "../format/format.js";
import { type MetricName, measureTitle, metricUnit } from "../metrics/metric-name.js";
import { isShare, isSuccessShare } from "../metrics/within-bounds.js";
import { spreadTicks } from "./spread-ticks.js";

/** A value's place on an axis. */
export interface MetricScale {
  at(value: number): number;
  /** Few enough not to touch each other. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** What is unusual about the axis, as a sentence; empty for a linear one. */
  readonly note: string;
}

export interface ScaleOptions {
  readonly metric: MetricName;
  readonly values: readonly number[];
  /** Ends of intervals, which the axis holds too. */
  readonly ends?: readonly number[];
  /** Pixels of the axis' ends, the least value first. */
  readonly range: readonly [number, number];
  /** Pixels between two ticks at least. */
  readonly gap: number;
}

// Where errors differ by more than this factor, equal steps of accuracy would squeeze the good points
// together.
const WIDE = 5;
const ERRORS = [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001];
// An accuracy of 1 has no logarithm of its error: it is drawn where one error in 20,000 would be.
const MIN_ERROR = 5e-5;

function extent(values: readonly number[]): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : [0, 1];
}

// Of an axis of errors: an interval that reaches 100 % is drawn to the axis' end, not to an error of nothing.
const BEYOND = 4;

function logErrorScale({ metric, values, ends = [], range, gap }: ScaleOptions): MetricScale {
  const most = extent(values)[1];
  const limit = 1 - (1 - most) / BEYOND;
  const [low, high] = extent([...values, ...ends.map((end) => Math.min(end, Math.max(most, limit)))]);
  const error = (accuracy: number): number => Math.min(1, Math.max(MIN_ERROR, 1 - accuracy));
  const scale = scaleLog()
    .domain([Math.min(1, error(low) * 1.05), error(high) / 1.15])
    .range([...range]);
  const [from = 1, to = MIN_ERROR] = scale.domain();
  const ticks = ERRORS.filter((e) => e <= from && e >= to).map((e) => ({
    at: scale(e),
    label: `${formatNumber(100 * (1 - e), 6)} %`,
  }));
  return {
    at: (value) => scale(error(value)),
    ticks: spreadTicks(ticks, gap),
    note: `The ${measureTitle(metric)} axis is logarithmic in the error: from 80 to 90 % is as far as from 98 to 99 %.`,
  };
}

function lossScale({ metric, values, range, gap }: ScaleOptions): MetricScale {
  const [low, high] = extent(values);
  const scale = scaleLog()
    .domain([low, high === low ? low * 2 : high])
    .range([...range])
    .nice();
  const ticks = scale.ticks(4).map((t) => ({ at: scale(t), label: formatNumber(t, 2) }));
  return {
    at: (v) => scale(Math.max(v, low)),
    ticks: spreadTicks(ticks, gap),
    note: `The ${measureTitle(metric)} axis is logarithmic.`,
  };
}

function linearScale({ metric, values, ends = [], range, gap }: ScaleOptions): MetricScale {
  const unit = metricUnit(metric);
  const [low, high] = extent([...values, ...ends]);
  const slack = high === low ? Math.max(Math.abs(low) * 0.05, 0.005) : (high - low) * 0.05;
  const rate = isShare(metric);
  const [from, to] = [low - slack, high + slack];
  const scale = scaleLinear()
    .domain(rate ? [Math.max(0, from), Math.min(1, to)] : [from, to])
    .range([...range]);
  const count = Math.max(2, Math.floor(Math.abs(range[1] - range[0]) / gap / 1.4));
  const ticks = scale.ticks(count).map((t) => ({
    at: scale(t),
    label: rate
      ? formatPercent(t, 2).replace(/\.?0+ %/, " %")
      : unit === "per_s"
        ? `${formatCount(t)}/s`
        : formatNumber(t, 3),
  }));
  return { at: scale, ticks: spreadTicks(ticks, gap), note: "" };
}

/** The axis that shows a metric's values best, chosen from the values alone. */
export function metricScale(options: ScaleOptions): MetricScale {
  const [low, high] = extent(options.values);
  const unit = metricUnit(options.metric);
  if (
    isSuccessShare(options.metric) &&
    high <= 1 &&
    low >= 0 &&
    1 - low > WIDE * Math.max(MIN_ERROR, 1 - high)
  )
    return logErrorScale(options);
  if ((unit === "loss" || unit === "error") && low > 0 && high > 10 * low) return lossScale(options);
  return linearScale(options);
}
