import { normalCdf } from "@actbench/core/internal";
import { logGamma } from "./log-gamma.js";
import { studentTQuantile } from "./student-t.js";

/**
 * The probability that a two-sided paired t test of n pairs finds an effect of `effect` standard deviations
 * of the differences at level α: P(|T| > t) of the noncentral t with n − 1 degrees of freedom and
 * noncentrality effect · √n. Integrated over the sample deviation s, whose density is that of χ / √ν, by
 * Simpson's rule; error below 1e-6. Source: Cohen 1988, "Statistical Power Analysis", §2; Johnson, Kotz and
 * Balakrishnan 1995, ch. 31.
 */
export function pairedPower(effect: number, n: number, alpha: number): number {
  if (n < 2) return 0;
  const nu = n - 1;
  const t = studentTQuantile(1 - alpha / 2, nu);
  const shift = effect * Math.sqrt(n);
  const logConstant = Math.LN2 + (nu / 2) * Math.log(nu / 2) - logGamma(nu / 2);
  const density = (s: number): number =>
    s === 0 && nu > 1 ? 0 : Math.exp(logConstant + (nu - 1) * Math.log(s || 1) - (nu * s * s) / 2);
  const found = (s: number): number => density(s) * (normalCdf(shift - t * s) + normalCdf(-shift - t * s));
  const reach = 9 / Math.sqrt(2 * nu);
  // With few pairs t is large and Φ(shift − t s) steep.
  return simpson(found, [Math.max(0, 1 - reach), 1 + reach], nu < 4 ? 400 : 120);
}

function simpson(f: (x: number) => number, [from, to]: readonly [number, number], panels: number): number {
  const step = (to - from) / panels;
  let sum = f(from) + f(to);
  for (let i = 1; i < panels; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * step);
  return Math.min(1, (sum * step) / 3);
}
