import { metricTitle } from "../metrics/metric-name.js";
import { isShare } from "../metrics/within-bounds.js";
import type { FamilyPower, MeasuredPower, SeedPower } from "../power/seed-power.js";
import { MAX_SEEDS } from "../stats/seeds-needed.js";
import { formatDifference, formatInteger, formatNumber, formatPercent, plural } from "./format.js";

const CORRECTED = {
  holm: ", Holm-corrected",
  bh: ", Benjamini–Hochberg-corrected",
  none: ", uncorrected",
} as const;

/** What a plan's seeds can decide, a line for each family and each metric whose spread is known. */
export function powerLines(power: SeedPower): readonly string[] {
  return power.families.flatMap((family) => [
    familyLine(power, family),
    ...family.measured.map((one) => measuredLine(power, family, one)),
  ]);
}

function familyLine(planned: SeedPower, family: FamilyPower): string {
  const { alpha, look, looks, correction, power } = planned;
  const { of, comparisons, seeds, finds_sd } = family;
  const what =
    of === "finalists"
      ? `${plural(comparisons, "comparison")} of finalists with the baseline's on fresh seeds`
      : of === "baseline"
        ? `${plural(comparisons, "comparison")} with the baseline`
        : of === "claims"
          ? plural(comparisons, "claim")
          : "any single comparison; no baseline and no claim declares one";
  if (finds_sd === undefined) return `${what}: one seed gives no interval and no verdict`;
  const corrected = comparisons > 1 ? CORRECTED[correction] : "";
  const which =
    looks > 1 ? ` at interim analysis ${look} of ${looks}` : look > 1 ? ` at interim analysis ${look}` : "";
  const level = `α ${formatNumber(alpha, 3)}${which}${corrected}`;
  return `${what} (${level}): ${plural(seeds, "seed")} ${seeds === 1 ? "has" : "have"} ${formatPercent(power, 0)} power for effects ≥ ${formatNumber(finds_sd, 3)} SD of the paired differences`;
}

function measuredLine({ pilot }: SeedPower, { seeds }: FamilyPower, one: MeasuredPower): string {
  const { metric, sd, comparisons, n, finds, margin, needed } = one;
  const amount = (value: number): string => formatDifference(metric, value).replace("+", "");
  const spread = `  ${metricTitle(metric)}: SD ${amount(sd)} in ${pilot} (${plural(comparisons, "comparison")}, ${plural(n, "seed")})`;
  const isPossible = finds !== undefined && !(isShare(metric) && finds >= 1);
  const found =
    finds === undefined
      ? ""
      : isPossible
        ? `, detectable ≥ ${amount(finds)}`
        : ", no possible difference is detectable";
  if (margin === undefined) return `${spread}${found}`;
  if (needed === undefined)
    return `${spread}${found}; detecting ${amount(margin)} needs more than ${formatInteger(MAX_SEEDS)} seeds`;
  const more = needed > seeds ? ` (${needed - seeds} more)` : "";
  return `${spread}${found}; detecting ${amount(margin)} needs ${plural(needed, "seed")}${more}`;
}
