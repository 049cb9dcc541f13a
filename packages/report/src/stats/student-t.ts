import { incompleteBeta } from "./incomplete-beta.js";

/** P(T ≤ t) of Student's t with `df` degrees of freedom, by I_{df/(df+t²)}(df/2, 1/2) / 2 (A&S 26.7.1). */
export function studentTCdf(t: number, df: number): number {
  const tail = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
}

const known = new Map<string, number>();

/** The t with P(T ≤ t) = p, 0 < p < 1, to about 12 digits: bisection of {@link studentTCdf}, remembered. */
export function studentTQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentTQuantile(1 - p, df);
  const key = `${p}:${df}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = bisected(p, df);
  known.set(key, found);
  return found;
}

function bisected(p: number, df: number): number {
  let high = 1;
  while (studentTCdf(high, df) < p && high < 1e300) high *= 2;
  let low = high === 1 ? 0 : high / 2;
  for (let i = 0; i < 100 && high - low > 1e-13 * high; i++) {
    const middle = (low + high) / 2;
    if (studentTCdf(middle, df) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
