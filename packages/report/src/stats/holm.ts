import { ascending } from "./ascending.js";

/**
 * Holm's step-down adjusted p-values, in the order given: the i-th smallest of m becomes max over j ≤ i of
 * (m − j + 1) · p₍ⱼ₎, at most 1. At any α the chance of one false claim or more is at most α, whatever the
 * dependence. Source: Holm 1979, "A simple sequentially rejective multiple test procedure".
 */
export function holm(ps: readonly number[]): readonly number[] {
  const order = ascending(ps);
  const adjusted = new Array<number>(ps.length).fill(1);
  let least = 0;
  order.forEach(({ value: p, at }, i) => {
    least = Math.max(least, Math.min(1, (ps.length - i) * p));
    adjusted[at] = least;
  });
  return adjusted;
}
