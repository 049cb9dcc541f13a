import { powerOfTwo, scaleByPowerOfTwo } from "./power-of-two.js";

const LOG2_E = 1.4426950408889634;
const LN2_HIGH = 0.6931471803691238; // ln 2 to 32 bits, so that k · LN2_HIGH is exact
const LN2_LOW = 1.9082149292705877e-10;

/**
 * eˣ in pure f64 arithmetic, the same bits on every engine; error below 1 ULP.
 * x = k ln 2 + r with |r| ≤ ½ ln 2, and eʳ by its series.
 */
export function exp(x: number): number {
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019412) return 0;
  const k = Math.floor(x * LOG2_E + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  return scaleByPowerOfTwo(1 + (high + (r * r * expTail(r) - low)), k);
}

/** eˣ − 1, exact near 0; error below 2 ULP. */
export function expm1(x: number): number {
  if (x > 40) return exp(x) - 1;
  if (x < -40) return -1;
  if (x === 0) return x;
  const k = Math.floor(x * LOG2_E + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const nearZero = high + (r * r * expTail(r) - low);
  if (k === 0 || Number.isNaN(k)) return nearZero;
  const scale = powerOfTwo(k);
  return scale * nearZero + (scale - 1);
}

/** (eʳ − 1 − r) / r² as its series, exact to 1e-17 for |r| ≤ 0.35. */
function expTail(r: number): number {
  return (
    1 / 2 +
    r *
      (1 / 6 +
        r *
          (1 / 24 +
            r *
              (1 / 120 +
                r *
                  (1 / 720 +
                    r *
                      (1 / 5040 +
                        r *
                          (1 / 40320 +
                            r *
                              (1 / 362880 +
                                r *
                                  (1 / 3628800 +
                                    r * (1 / 39916800 + r * (1 / 479001600 + r / 6227020800))))))))))
  );
}
