import { exp, log } from "@actbench/core/internal";

const TINY = 1e-300;
const STEPS = 200;
/** Lanczos' approximation of ln Γ with g = 7, nine terms (Godfrey); relative error below 1e-14 for x > 0. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * The value below which a share u of Beta(a, b) lies, by bisection of its distribution function; a, b > 0.
 * Accurate to about 1e-12; the same bits everywhere.
 */
export function betaQuantile(u: number, a: number, b: number): number {
  // Bisection would stop near an end, a grid begins and ends there.
  if (u <= 0) return 0;
  if (u >= 1) return 1;
  let low = 0;
  let high = 1;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (betaCdf(middle, a, b) < u) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Regularized incomplete beta function I_x(a, b). */
function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = exp(a * log(x) + b * log(1 - x) + lnGamma(a + b) - lnGamma(a) - lnGamma(b));
  // The fraction converges fast on the near side of the mean; the far side follows by symmetry.
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** The continued fraction of the incomplete beta function (DLMF 8.17.22) by Lentz' method. */
function betaFraction(x: number, a: number, b: number): number {
  const clear = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / clear(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / clear(1 + even * d);
    c = clear(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / clear(1 + odd * d);
    c = clear(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return value;
}

function lnGamma(x: number): number {
  // Γ(x + 1) = x Γ(x): Lanczos' sum is for arguments from 0.5.
  if (x < 0.5) return lnGamma(x + 1) - log(x);
  const z = x - 1;
  const t = z + 7.5;
  const sum = LANCZOS.reduce((total, term, i) => (i === 0 ? term : total + term / (z + i)), 0);
  return HALF_LOG_TWO_PI + (z + 0.5) * log(t) - t + log(sum);
}
