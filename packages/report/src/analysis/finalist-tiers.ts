import type { MetricName } from "../metrics/metric-name.js";
import { type BlockValues, bestSubset } from "../stats/best-subset.js";
import { countSeeds } from "../verdict/counted.js";
import { MAX_MISSING } from "../verdict/family-rules.js";
import type { Finalist, RunView } from "../view/run-view.js";

/** By what finalists are told apart. */
export interface TierQuestion {
  readonly metric: MetricName;
  readonly sign: 1 | -1;
}

/**
 * Tiers of finalists of one dataset on fresh seeds: 1 for those that cannot be distinguished from the best
 * one ({@link bestSubset}), 2 for those that cannot be distinguished from the best of the rest, and so on.
 * The level of confidence is that of the first tier; the others describe what is left. One seed gives no
 * tier, nor does one finalist alone, and neither has a finalist of which more than a fifth of the seeds lacks
 * a value.
 */
export function finalistTiers(
  view: RunView,
  finalists: readonly Finalist[],
  { metric, sign }: TierQuestion,
): ReadonlyMap<Finalist, number> {
  const tiers = new Map<Finalist, number>();
  if (!view.freshLevel.shown) return tiers;
  let left = finalists.flatMap((finalist) => {
    const values = valuesOf(view, finalist, { metric, sign });
    return values === undefined ? [] : { finalist, values };
  });
  if (left.length < 2) return tiers;
  for (let tier = 1; left.length > 0; tier++) {
    const places = new Set(
      bestSubset(
        left.map(({ values }) => values),
        view.freshLevel.alpha,
      ),
    );
    for (const place of places) {
      const one = left[place];
      if (one !== undefined) tiers.set(one.finalist, tier);
    }
    left = left.filter((_, place) => !places.has(place));
  }
  return tiers;
}

function valuesOf(
  view: RunView,
  { fresh }: Finalist,
  { metric, sign }: TierQuestion,
): BlockValues | undefined {
  const counted = countSeeds(view, fresh, metric);
  const values = new Map(
    [...counted].flatMap(([seed, one]) => ("value" in one ? [[seed, sign * one.value] as const] : [])),
  );
  const missing = 1 - values.size / counted.size;
  return values.size < 2 || missing > MAX_MISSING ? undefined : values;
}
