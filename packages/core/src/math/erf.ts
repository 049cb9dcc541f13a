import { exp } from "./exp.js";

/**
 * Coefficients c_j of (1 + 2x) · exp(x²) · erfc(x) = Σ c_j T_j(t), t = (x − 3.75) / (x + 3.75), 0 ≤ x ≤ ∞.
 */
const TAIL = [
  1.1775789345674017, -0.004590054580646478, -0.08424913336651792, 0.05920993999819189, -0.026658668435305753,
  0.009074997670705265, -0.002413163540417608, 0.0004907758365258086, -0.00006916973302501207,
  0.00000413902798607301, 7.74038306619849e-7, -2.1886401049234397e-7, 1.076499946567091e-8,
  4.521959811218287e-9, -7.754400208831351e-10, -6.318088340886684e-11, 2.86879501093067e-11,
  1.9455868545777347e-13, -9.65469674843344e-13, 3.25254814814874e-14, 3.3478119482868056e-14,
  -1.864562880419313e-15, -1.2507950530688648e-15, 7.418235256624044e-17, 5.068148904796111e-17,
  -2.2370566594359995e-18, -2.187342944303018e-18,
] as const;

/** erf(x) = 2/√π ∫₀ˣ exp(−t²) dt; error below 2 ULP. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 0.9) return x * nearZero(x * x);
  if (size > 6) return x > 0 ? 1 : -1;
  return x > 0 ? 1 - positiveErfc(x) : positiveErfc(-x) - 1;
}

/** erfc(x) = 1 − erf(x), with relative error about 1e-15 down to the smallest normal number (x ≈ 26.5). */
export function erfc(x: number): number {
  if (x < 0.5) return x < -0.9 ? 2 - positiveErfc(-x) : 1 - x * nearZero(x * x);
  return positiveErfc(x);
}

/** The series of erf(x) / x in z = x², exact to 1e-17 for z < 0.81. */
function nearZero(z: number): number {
  let sum = -9.063970842808673e-17;
  for (let i = SERIES.length - 1; i >= 0; i--) sum = sum * z + (SERIES[i] as number);
  return sum;
}

/** 2/√π · (−1)ⁿ / (n! (2n + 1)) for n = 0 … 16. */
const SERIES = [
  1.1283791670955126, -0.37612638903183754, 0.11283791670955126, -0.026866170645131252, 0.005223977625442188,
  -0.0008548327023450853, 0.00012055332981789664, -0.00001492565035840625, 0.0000016462114365889248,
  -1.6365844691234924e-7, 1.4807192815879218e-8, -1.2290555301717928e-9, 9.422759064650411e-11,
  -6.7113668551641105e-12, 4.4632242632864775e-13, -2.7835162072109215e-14, 1.6342614095367152e-15,
] as const;

function positiveErfc(x: number): number {
  if (x > 28) return 0;
  const t = (x - 3.75) / (x + 3.75);
  // Clenshaw's recurrence.
  let b1 = 0;
  let b2 = 0;
  for (let j = TAIL.length - 1; j > 0; j--) {
    const b0 = 2 * t * b1 - b2 + (TAIL[j] as number);
    b2 = b1;
    b1 = b0;
  }
  const scaled = (t * b1 - b2 + TAIL[0]) / (1 + 2 * x);
  // x² in two parts, the first exact: rounding it would cost x² ULPs of the result.
  const high = Math.fround(x);
  return exp(-high * high) * exp((high - x) * (high + x)) * scaled;
}
