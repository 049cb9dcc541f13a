// π/2 in three parts, the first two of 33 bits, so that n times each is exact for |n| ≤ 2²⁰.
const PART_1 = 1.5707963267341256;
const PART_2 = 6.077100506303966e-11;
const PART_3 = 2.0222662487959506e-21;
const TWO_OVER_PI = 0.6366197723675814;

/** An angle as quadrant · π/2 + high + low, |high| ≤ π/4. */
export interface ReducedAngle {
  readonly quadrant: number;
  readonly high: number;
  readonly low: number;
}

/** The remainder of a finite x by π/2 in double-double precision, exact for the largest x too. */
export function reduceAngle(x: number): ReducedAngle {
  if (Math.abs(x) >= 1048576) return reduceLargeAngle(x);
  const n = Math.round(x * TWO_OVER_PI);
  const first = x - n * PART_1;
  const second = n * PART_2;
  const rest = first - second;
  const low = first - rest - second - n * PART_3;
  const high = rest + low;
  return { quadrant: ((n % 4) + 4) % 4, high, low: rest - high + low };
}

const FRACTION_BITS = 1280n;
let halfPi = 0n;

/**
 * Every f64 from 2²⁰ on is a whole number times 2⁻³², so integers of 2,300 bits hold the remainder exactly.
 */
function reduceLargeAngle(x: number): ReducedAngle {
  if (halfPi === 0n) halfPi = piTimes(FRACTION_BITS - 1n);
  const size = Math.abs(x);
  const scalable = size < 1e298; // else size · 2³² overflows, and size is whole itself
  const fixed = BigInt(scalable ? size * 4294967296 : size);
  const shift = scalable ? FRACTION_BITS - 32n : FRACTION_BITS;
  const scaled = fixed << shift;
  const n = (2n * scaled + halfPi) / (2n * halfPi);
  // Beyond 200 bits nothing reaches the result.
  const rest = (scaled - n * halfPi) >> (FRACTION_BITS - 200n);
  const top = Number(rest);
  const unit = 6.223015277861142e-61; // 2⁻²⁰⁰
  const sign = x < 0 ? -1 : 1;
  return {
    quadrant: Number(((x < 0 ? -n : n) % 4n) + 4n) % 4,
    high: sign * top * unit,
    low: sign * Number(rest - BigInt(top)) * unit,
  };
}

/** π · 2^bits by Machin's formula, 16 atan(1/5) − 4 atan(1/239). */
function piTimes(bits: bigint): bigint {
  const guard = 32n;
  const one = 1n << (bits + guard);
  return (16n * arcCotangent(5n, one) - 4n * arcCotangent(239n, one)) >> guard;
}

function arcCotangent(x: bigint, one: bigint): bigint {
  let power = one / x;
  let sum = power;
  for (let k = 3n, sign = -1n; power > 0n; k += 2n, sign = -sign) {
    power /= x * x;
    sum += (sign * power) / k;
  }
  return sum;
}
