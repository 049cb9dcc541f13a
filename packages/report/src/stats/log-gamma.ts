// Lanczos' approximation with g = 7 and nine coefficients (Godfrey 2001); relative error below 1e-14 for x ≥
// 0.5.
const COEFFICIENTS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x ≥ 0.5 (Lanczos 1964, "A precision approximation of the gamma function"). */
export function logGamma(x: number): number {
  const z = x - 1;
  const t = z + 7.5;
  const sum = COEFFICIENTS.reduce((total, c, i) => (i === 0 ? c : total + c / (z + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}
