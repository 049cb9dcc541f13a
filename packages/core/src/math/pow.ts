import { exp } from "./exp.js";
import { artanhFarTail } from "./log.js";
import { powerOfTwo, scaleByPowerOfTwo } from "./power-of-two.js";

const LN2_HIGH = 0.6931471803691238; // ln 2 to 32 bits, so that k · LN2_HIGH is exact
const LN2_LOW = 1.9082149292705877e-10;
const THIRD = 1 / 3;
const THIRD_LOW = 1.850371707708594e-17;
const bits = new DataView(new ArrayBuffer(8));

/**
 * xʸ with the special cases of `Math.pow`, the same bits on every engine; error below 2 ULP.
 * exp(y log x) with the logarithm in two f64, since its relative error is multiplied by y log x.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (y === 1) return x;
  if (x === 0 || Math.abs(x) === Number.POSITIVE_INFINITY || Math.abs(y) === Number.POSITIVE_INFINITY) {
    return extremePower(x, y);
  }
  if (x > 0) return positivePower(x, y);
  if (Math.floor(y) !== y) return Number.NaN;
  return isOdd(y) ? -positivePower(-x, y) : positivePower(-x, y);
}

function isOdd(y: number): boolean {
  return Math.abs(y) < 9007199254740992 && Math.abs(y % 2) === 1;
}

/** A base of zero or infinity, or an infinite exponent. */
function extremePower(x: number, y: number): number {
  const size = Math.abs(x);
  if (Math.abs(y) === Number.POSITIVE_INFINITY) {
    if (size === 1) return Number.NaN;
    return size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  }
  const value = (size === 0) === y < 0 ? Number.POSITIVE_INFINITY : 0;
  return (x < 0 || Object.is(x, -0)) && isOdd(y) ? -value : value;
}

function positivePower(x: number, y: number): number {
  const { high, low } = logInTwo(x);
  const product = y * high;
  if (!(Math.abs(product) < 800)) return product > 0 ? Number.POSITIVE_INFINITY : 0;
  const rest = productError(y, high, product) + y * low;
  const value = exp(product);
  return value > 1e-300 && value < Number.POSITIVE_INFINITY ? value + value * rest : exp(product + rest);
}

/**
 * log x as an unevaluated sum, 2⁻⁶³ relative: 2ᵏ m, s = (m − 1) / (m + 1), 2s + ⅔ s³ in two parts, then one
 * part.
 */
function logInTwo(x: number): { readonly high: number; readonly low: number } {
  const k = nearestExponent(x);
  const f = scaleByPowerOfTwo(x, -k) - 1;
  const sum = 2 + f;
  const s = f / sum;
  const back = s * sum;
  const sLow = (f - back - productError(s, sum, back) - s * (f - (sum - 2))) / sum;
  const z = s * s;
  const zLow = productError(s, s, z) + 2 * s * sLow;
  const cube = s * z;
  const cubeLow = productError(s, z, cube) + s * zLow + sLow * z;
  const third = cube * THIRD;
  const thirdLow = productError(cube, THIRD, third) + cube * THIRD_LOW + cubeLow * THIRD;
  const fifth = cube * z * artanhFarTail(z);
  const first = k * LN2_HIGH;
  const [high, highLost] = twoSum(first, 2 * s);
  const [middle, middleLost] = twoSum(highLost, 2 * third);
  const [total, totalLost] = twoSum(high, middle);
  const low = totalLost + (middleLost + (fifth + (2 * (sLow + thirdLow) + k * LN2_LOW)));
  const [rounded, rest] = twoSum(total, low);
  return { high: rounded, low: rest };
}

/** a + b and what rounding lost of it, exactly (Knuth). */
function twoSum(a: number, b: number): readonly [sum: number, lost: number] {
  const sum = a + b;
  const part = sum - a;
  return [sum, a - (sum - part) + (b - part)];
}

/** The whole k for which √½ ≤ x 2⁻ᵏ < √2. */
function nearestExponent(x: number): number {
  const tiny = x < 2.2250738585072014e-308;
  bits.setFloat64(0, tiny ? x * powerOfTwo(54) : x);
  const high = bits.getUint32(0);
  const above = (high & 0xfffff) >= 0x6a09e ? 1 : 0;
  return (high >>> 20) - 1023 + above - (tiny ? 54 : 0);
}

/** What rounding lost of a · b = product, exactly (Dekker 1971), for factors below 2⁹⁷⁰. */
function productError(a: number, b: number, product: number): number {
  const aHigh = upperHalf(a);
  const bHigh = upperHalf(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/** The upper 26 bits (Veltkamp). */
function upperHalf(a: number): number {
  const scaled = a * 134217729;
  return scaled - (scaled - a);
}
