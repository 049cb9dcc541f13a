import { formatNumber } from "../format/format.js";
import type { MetricName } from "../metrics/metric-name.js";
import { isShare } from "../metrics/within-bounds.js";

/** The size of a difference in two digits: `0.53 pp` of a share, else a number. */
export function sizeWords(metric: MetricName, size: number): string {
  return isShare(metric) ? `${formatNumber(100 * size, 2)} pp` : formatNumber(size, 2);
}
