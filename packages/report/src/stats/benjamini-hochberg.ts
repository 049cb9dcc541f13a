import { ascending } from "./ascending.js";

/**
 * Adjusted p-values that bound the expected share of false claims among all claims: the i-th smallest of m
 * becomes min over j ≥ i of m / j · p₍ⱼ₎, at most 1. For exploration: it holds for independent or positively
 * dependent tests. Source: Benjamini and Hochberg 1995, "Controlling the false discovery rate".
 */
export function benjaminiHochberg(ps: readonly number[]): readonly number[] {
  const order = ascending(ps);
  const adjusted = new Array<number>(ps.length).fill(1);
  let most = 1;
  for (const [i, { value: p, at }] of [...order.entries()].reverse()) {
    most = Math.min(most, (ps.length / (i + 1)) * p);
    adjusted[at] = most;
  }
  return adjusted;
}
