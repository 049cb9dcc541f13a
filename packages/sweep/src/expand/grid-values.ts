import type { Distribution, DistributionParams } from "../settings/distributions.js";

/** As many values of a distribution as a study may have points. */
export const MAX_GRID_VALUES = 1_000_000;

/**
 * Values of a distribution as a grid, in rising order of u: evenly spaced quantiles, both ends included where
 * the distribution has ends, else the middles of equal shares. Values between the ends are rounded to 6
 * digits, so that a log axis from 0.001 holds 0.01 and labels stay short. Values that a step `q` makes equal
 * stand once.
 */
export function gridValues(
  distribution: Distribution,
  params: DistributionParams,
  count: number,
): readonly number[] {
  const values = Array.from({ length: count }, (_, i) => {
    const u = distribution.bounded && count > 1 ? i / (count - 1) : (i + 0.5) / count;
    const end = distribution.endsAreValues
      ? u === 0
        ? params.min
        : u === 1
          ? params.max
          : undefined
      : undefined;
    return snap(distribution, params, end ?? digits(distribution.quantile(u, params), 6));
  });
  return [...new Set(values)];
}

/**
 * All values of a distribution that has finitely many; undefined for the others. `q_uniform` has those of
 * W&B's grid: from min on in steps of q, below max. Steps are counted in decimals: 1 to 1.3 by 0.1 ends at
 * 1.2.
 */
export function allValues(
  distribution: Distribution,
  { min = 0, max = 0, q = 1 }: DistributionParams,
): { readonly count: number; values(): readonly number[] } | undefined {
  const stepped = distribution.name === "q_uniform";
  if (!distribution.whole && !stepped) return undefined;
  const first = stepped ? min : Math.ceil(min);
  const step = stepped ? q : 1;
  const count = stepped ? Math.ceil(digits((max - min) / q, 12)) : Math.floor(max) - first + 1;
  return {
    count: Math.max(0, count),
    values: () => Array.from({ length: count }, (_, i) => digits(first + i * step, 12)),
  };
}

/** The value that the quantile u of a distribution is drawn as, rounded like those of a grid. */
export function drawnValue(distribution: Distribution, params: DistributionParams, u: number): number {
  if (!distribution.whole) return snap(distribution, params, digits(distribution.quantile(u, params), 6));
  const first = Math.ceil(params.min ?? 0);
  return first + Math.floor(u * (Math.floor(params.max ?? 0) - first + 1));
}

/** The value on its step, if there is one; else inside of its ends, which rounding may have left. */
function snap(distribution: Distribution, params: DistributionParams, value: number): number {
  const { q = 1, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = params;
  if (distribution.whole) return within(Math.round(value), Math.ceil(min), Math.floor(max));
  if (distribution.stepped) return digits(Math.round(value / q) * q, 12);
  return distribution.endsAreValues || distribution.positive ? within(value, min, max) : value;
}

function within(value: number, least: number, greatest: number): number {
  return Math.min(greatest, Math.max(least, value));
}

function digits(value: number, count: number): number {
  return Number(value.toPrecision(count));
}
