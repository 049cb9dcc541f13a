const LN2_HIGH = 0.6931471803691238; // ln 2 to 32 bits, so that k · LN2_HIGH is exact
const LN2_LOW = 1.9082149292705877e-10;
const ROOT_TWO = Math.sqrt(2);
const bits = new DataView(new ArrayBuffer(8));

/**
 * Natural logarithm in pure f64 arithmetic, the same bits on every engine; error below 1 ULP.
 * x = 2ᵏ · (1 + f) with √½ ≤ 1 + f < √2, and log(1 + f) = 2 artanh(s), s = f / (2 + f), by its series.
 */
export function log(x: number): number {
  const split = splitPower(x);
  return typeof split === "number" ? split : logNearOne(split.f, split.k);
}

/** x as 2ᵏ · (1 + f), √½ ≤ 1 + f < √2; for 0, ∞, negative numbers and NaN what any logarithm of it is. */
export function splitPower(x: number): { readonly f: number; readonly k: number } | number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let k = 0;
  let scaled = x;
  if (x < 2.2250738585072014e-308) {
    scaled = x * 18014398509481984;
    k = -54;
  }
  bits.setFloat64(0, scaled);
  const high = bits.getUint32(0);
  k += (high >>> 20) - 1023;
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  let m = bits.getFloat64(0);
  if (m > ROOT_TWO) {
    m *= 0.5;
    k += 1;
  }
  return { f: m - 1, k };
}

/** log(1 + f) + k ln 2 for √½ − 1 ≤ f < √2 − 1. */
export function logNearOne(f: number, k: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const half = 0.5 * f * f;
  const tail = z * artanhTail(z);
  return k * LN2_HIGH - (half - (s * (half + tail) + k * LN2_LOW) - f);
}

/** (2 artanh(s) / s − 2) / s² in z = s². */
function artanhTail(z: number): number {
  return 2 / 3 + z * artanhFarTail(z);
}

/**
 * Σ 2 zⁿ / (2n + 5): what the series of 2 artanh(s) holds beyond 2s + ⅔ s³, over s⁵; exact to 1e-17 for z <
 * 0.0295.
 */
export function artanhFarTail(z: number): number {
  return (
    2 / 5 +
    z *
      (2 / 7 +
        z *
          (2 / 9 +
            z *
              (2 / 11 +
                z * (2 / 13 + z * (2 / 15 + z * (2 / 17 + z * (2 / 19 + z * (2 / 21 + (z * 2) / 23))))))))
  );
}
