import { scaleSymlog } from "d3-scale";
import { formatNumber } from "../format/format.js";
import type { MetricName } from "../metrics/metric-name.js";
import { isShare } from "../metrics/within-bounds.js";
import type { MetricScale } from "./metric-scale.js";

export interface EffectScaleOptions {
  readonly metric: MetricName;
  /** Every end to be shown. */
  readonly values: readonly number[];
  readonly range: readonly [number, number];
  readonly gap: number;
}

// Half a percentage point: below it differences are small for any use, and the axis is linear.
const LINEAR_FRACTION = 0.005;

/**
 * An axis of differences around 0, linear near 0 and logarithmic beyond, so that 0.3 and 80 points fit on
 * one.
 */
export function effectScale({ metric, values, range, gap }: EffectScaleOptions): MetricScale {
  const sizes = values.map(Math.abs).filter((size) => size > 0);
  const widest = sizes.reduce((a, b) => Math.max(a, b), 0);
  const fraction = isShare(metric);
  const linear = fraction ? LINEAR_FRACTION : Math.max(widest / 20, Number.MIN_VALUE);
  const low = Math.min(-linear * 2, ...(values.length > 0 ? [values.reduce((a, b) => Math.min(a, b))] : []));
  const high = Math.max(linear * 2, ...(values.length > 0 ? [values.reduce((a, b) => Math.max(a, b))] : []));
  const scale = scaleSymlog()
    .constant(linear)
    .domain([low * 1.15, high * 1.15])
    .range([...range]);
  const decade = 10 ** Math.floor(Math.log10(linear));
  const powers = [0, 1, 2, 3, 4, 5].map((power) => decade * 10 ** power);
  // Round numbers first: where ticks are too close, 1, 10, 100 stay and 2 and 5 go.
  const sizesOfTicks = [1, 5, 2].flatMap((digit) => powers.map((power) => digit * power));
  const kept: { readonly at: number; readonly label: string }[] = [];
  for (const size of [0, ...sizesOfTicks])
    for (const value of size === 0 ? [0] : [-size, size]) {
      const at = scale(value);
      if (value < low * 1.15 || value > high * 1.15 || kept.some((tick) => Math.abs(tick.at - at) < gap))
        continue;
      const label = formatNumber(fraction ? value * 100 : value, 3);
      kept.push({ at, label: value > 0 ? `+${label}` : label });
    }
  return {
    at: scale,
    ticks: kept.sort((a, b) => a.at - b.at),
    note: "The axis is linear near 0 and logarithmic beyond.",
  };
}
