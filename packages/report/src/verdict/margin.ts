import { measureOf } from "../metrics/good-direction.js";
import { isMetricName, type MetricName } from "../metrics/metric-name.js";
import { isOfNumbers, isShare } from "../metrics/within-bounds.js";

/** Half a percentage point, the default margin of equivalence of accuracies and rates. */
const FRACTION = 0.005;
/** The margin of everything else, as a share of the reference's mean. */
const RELATIVE = 0.05;

/** What a margin follows from. */
export interface MarginRules {
  /** The study's `equivalent_within`. */
  readonly within?: number | undefined;
  /** What points are ranked by. */
  readonly ranked?: string | undefined;
  /** The mean of what is compared with. */
  readonly reference?: number | undefined;
}

/**
 * Differences below this size count as none: the study's `equivalent_within` for accuracies and rates, else
 * 0.5 percentage points; for losses, times and sizes 5 % of the mean of what is compared with. Where numbers
 * are predicted and ranked by an error, `equivalent_within` is a margin of that error, in its unit. Undefined
 * without that mean.
 */
export function equivalenceMargin(
  metric: MetricName,
  { within, ranked, reference }: MarginRules,
): number | undefined {
  if (ranked !== undefined && isMetricName(ranked) && isOfNumbers(ranked)) {
    if (within !== undefined && measureOf(metric) === measureOf(ranked)) return within;
    if (isShare(metric)) return FRACTION;
  }
  if (isShare(metric)) return within ?? FRACTION;
  return reference === undefined ? undefined : RELATIVE * Math.abs(reference);
}
