import { type MetricName, metricTitle, TRIAL_METRICS } from "../metrics/metric-name.js";

/**
 * The class of a table's cell with a metric; on a phone, where a row is a card, the style sheet writes the
 * metric before it.
 */
export function metricClass(metric: MetricName): string {
  return `m${TRIAL_METRICS.indexOf(metric)}`;
}

/** The rules that do so. */
export const metricLabels = TRIAL_METRICS.map(
  (metric) => `.${metricClass(metric)}::before{content:"${metricTitle(metric)} "}`,
).join("");
