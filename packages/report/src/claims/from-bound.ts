import type { Interval } from "../stats/interval.js";
import type { JudgedEffect } from "../verdict/verdict.js";

type Numbers = Pick<JudgedEffect, "difference" | "method" | "tested">;

/** A difference from a bound as the value itself: the bound is added to everything. */
export function fromBound({ difference, method, tested }: Numbers, bound = 0): Numbers {
  const move = (value: number): number => (bound === 0 ? value : decimal(value + bound));
  const moved = ({ low, high }: Interval): Interval => ({ low: move(low), high: move(high) });
  const { low, high } = difference ?? {};
  return {
    ...(method && { method }),
    ...(difference && {
      difference: {
        ...difference,
        mean: move(difference.mean),
        ...(low === undefined || high === undefined ? {} : moved({ low, high })),
      },
    }),
    ...(tested && { tested: { ...tested, center: move(tested.center), interval: moved(tested.interval) } }),
  };
}

/** To 14 digits: the bound that was taken away comes back without its rounding errors. */
function decimal(value: number): number {
  return Number(value.toPrecision(14));
}
