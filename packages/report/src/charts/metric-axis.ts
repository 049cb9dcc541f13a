import { metricTitle } from "../metrics/metric-name.js";
import type { ChartAxis } from "./chart-axis.js";
import { metricScale, type ScaleOptions } from "./metric-scale.js";

/** An axis of a metric, with what is unusual about it as a sentence. */
export function metricAxis(options: ScaleOptions): ChartAxis & { readonly note: string } {
  const { at, ticks, note } = metricScale(options);
  return {
    at,
    note,
    ticks: ticks.map((tick) => ({ at: tick.at, label: tick.label.replace(" ", "") })),
    label: metricTitle(options.metric),
  };
}
