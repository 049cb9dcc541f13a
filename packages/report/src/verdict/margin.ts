import type { MetricName } from "../metrics/metric-name.js";
import { isShare } from "../metrics/within-bounds.js";

/** Half a percentage point, the default margin of equivalence of accuracies and rates. */
const FRACTION = 0.005;
/** The margin of everything else, as a share of the reference's mean. */
const RELATIVE = 0.05;

/**
 * Differences below this size count as none: the study's `equivalent_within` for accuracies and rates, else 0.5
 * percentage points; for losses, times and sizes 5 % of the mean of what is compared with. Undefined without that mean.
 */
export function equivalenceMargin(
  metric: MetricName,
  { within, reference }: { readonly within?: number | undefined; readonly reference?: number | undefined },
): number | undefined {
  if (isShare(metric)) return within ?? FRACTION;
  return reference === undefined ? undefined : RELATIVE * Math.abs(reference);
}
