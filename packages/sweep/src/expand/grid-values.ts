import type { Distribution, DistributionParams } from "./distributions.js";

/** As many values of a distribution as a study may have points. */
export const MAX_GRID_VALUES = 1_000_000;

/**
 * Values of a distribution as a grid, in rising order of u: evenly spaced quantiles, both ends included where
 * the distribution has ends, else the middles of equal shares. Values between the ends are rounded to 6 digits, so
 * that a log axis from 0.001 holds 0.01 and labels stay short. Values that a step `q` makes equal stand once.
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

/** All values of a distribution that has finitely many; undefined for the others. */
export function allValues(
  distribution: Distribution,
  { min = 0, max = 0, q = 1 }: DistributionParams,
): { readonly count: number; values(): readonly number[] } | undefined {
  const stepped = distribution.name === "q_uniform";
  if (!distribution.whole && !stepped) return undefined;
  const step = stepped ? q : 1;
  const first = stepped ? Math.round(min / step) : Math.ceil(min);
  const last = stepped ? Math.round(max / step) : Math.floor(max);
  const count = Math.max(0, last - first + 1);
  return { count, values: () => Array.from({ length: count }, (_, i) => digits((first + i) * step, 12)) };
}

/** The value that the quantile u of a distribution is drawn as, rounded like those of a grid. */
export function drawnValue(distribution: Distribution, params: DistributionParams, u: number): number {
  if (!distribution.whole) return snap(distribution, params, digits(distribution.quantile(u, params), 6));
  const first = Math.ceil(params.min ?? 0);
  return first + Math.floor(u * (Math.floor(params.max ?? 0) - first + 1));
}

function snap(distribution: Distribution, { q = 1 }: DistributionParams, value: number): number {
  if (distribution.whole) return Math.round(value);
  return distribution.stepped ? digits(Math.round(value / q) * q, 12) : value;
}

function digits(value: number, count: number): number {
  return Number(value.toPrecision(count));
}
