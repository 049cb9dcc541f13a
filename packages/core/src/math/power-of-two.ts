const MIN_EXPONENT = -1022;
const table = buildTable();

/** x · 2ᵏ for whole k in −2100 … 2100, rounded once. */
export function scaleByPowerOfTwo(x: number, k: number): number {
  if (k > 1023) return x * powerOfTwo(1023) * powerOfTwo(Math.min(k - 1023, 1023));
  // Below the normal range the first factor stays normal, so that only the last product rounds.
  if (k < MIN_EXPONENT) return x * powerOfTwo(Math.max(k + 969, MIN_EXPONENT)) * powerOfTwo(-969);
  return x * powerOfTwo(k);
}

/** 2ᵏ for whole k in −1022 … 1023. */
export function powerOfTwo(k: number): number {
  return table[k - MIN_EXPONENT] as number;
}

function buildTable(): Float64Array {
  const powers = new Float64Array(2046);
  let power = 2.2250738585072014e-308;
  for (let i = 0; i < powers.length; i++) {
    powers[i] = power;
    power *= 2;
  }
  return powers;
}
