import { DIRECTION_NUMBERS } from "./direction-numbers.js";

const BITS = 32;

/** The dimensions that direction numbers are known for. */
export const SOBOL_DIMENSIONS = DIRECTION_NUMBERS.length + 1;

/**
 * Coordinate `dimension` (0-based) of point `index` of Sobol's sequence, as a 32-bit fraction: the coordinate
 * is the word divided by 2³². In Gray-code order, so that the first 2^k points are a net for every k.
 */
export function sobolWord(index: number, dimension: number): number {
  const directions = directionsOf(dimension);
  const gray = (index ^ (index >>> 1)) >>> 0;
  let word = 0;
  for (let bit = 0; bit < BITS; bit++) if ((gray >>> bit) & 1) word ^= directions[bit] as number;
  return word >>> 0;
}

const known = new Map<number, Uint32Array>();

function directionsOf(dimension: number): Uint32Array {
  let directions = known.get(dimension);
  if (directions === undefined) {
    directions = makeDirections(dimension);
    known.set(dimension, directions);
  }
  return directions;
}

/** v_i = m_i / 2^i as 32-bit fractions, continued by the polynomial's recurrence. */
function makeDirections(dimension: number): Uint32Array {
  const v = new Uint32Array(BITS);
  if (dimension === 0) {
    for (let i = 0; i < BITS; i++) v[i] = 1 << (BITS - 1 - i);
    return v;
  }
  const entry = DIRECTION_NUMBERS[dimension - 1];
  if (entry === undefined) throw new RangeError(`there are no direction numbers for dimension ${dimension}`);
  const [a, m] = entry;
  const degree = m.length;
  for (let i = 0; i < BITS; i++) {
    if (i < degree) {
      v[i] = (m[i] as number) << (BITS - 1 - i);
      continue;
    }
    const first = v[i - degree] as number;
    let word = first ^ (first >>> degree);
    for (let k = 1; k < degree; k++) if ((a >>> (degree - 1 - k)) & 1) word ^= v[i - k] as number;
    v[i] = word;
  }
  return v;
}
