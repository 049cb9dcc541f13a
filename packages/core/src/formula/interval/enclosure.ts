/**
 * An interval of real numbers that surely holds a value, its ends rounded outwards. An infinite end means
 * that the value, which is finite, has no bound there.
 */
export interface Enclosure {
  readonly low: number;
  readonly high: number;
  /** Whether 0 may be the value: false also for e^−1000, whose lower end in f64 is 0. */
  readonly zero: boolean;
}

const LARGEST = 1.7976931348623157e308;
const SMALLEST = 5e-324;
/** More than the distance of neighboring f64, relative to their size. */
const UNIT = 2.220446049250313e-16;

/** A lower bound of a value that was computed to within some units in its last place. */
export function down(value: number, ulps = 1): number {
  if (value === Number.POSITIVE_INFINITY) return LARGEST;
  return value - ulps * (Math.abs(value) * UNIT + SMALLEST);
}

/** An upper bound of a value that was computed to within some units in its last place. */
export function up(value: number, ulps = 1): number {
  return -down(-value, ulps);
}

/** The numbers from low to high. */
export function between(low: number, high: number, zero = low <= 0 && high >= 0): Enclosure {
  return { low, high, zero };
}

export const exactly = (value: number): Enclosure => between(value, value);

/** −1, 0 or 1 where every value has that sign; undefined where signs differ or are unknown. */
export function signOf({ low, high, zero }: Enclosure): -1 | 0 | 1 | undefined {
  if (low > 0 || (low === 0 && !zero)) return 1;
  if (high < 0 || (high === 0 && !zero)) return -1;
  return low === 0 && high === 0 ? 0 : undefined;
}

export const negated = ({ low, high, zero }: Enclosure): Enclosure => between(-high, -low, zero);

export function sum(a: Enclosure, b: Enclosure): Enclosure {
  // A sum of f64 is 0 only where it is exactly 0, so that its sign is always right.
  const low = a.low + b.low;
  const high = a.high + b.high;
  const sameSide = (a.low >= 0 && b.low >= 0) || (a.high <= 0 && b.high <= 0);
  return rounded(low, high, sameSide ? a.zero && b.zero : undefined);
}

export function product(a: Enclosure, b: Enclosure): Enclosure {
  const ends = [
    times(a.low, b.low),
    times(a.low, b.high),
    times(a.high, b.low),
    times(a.high, b.high),
  ] as const;
  const low = Math.min(ends[0].low, ends[1].low, ends[2].low, ends[3].low);
  const high = Math.max(ends[0].high, ends[1].high, ends[2].high, ends[3].high);
  return between(low, high, a.zero || b.zero);
}

/**
 * a · b of two ends, with the sign of the true product where f64 gives 0; 0 · ∞ is 0, since every value is
 * finite.
 */
function times(a: number, b: number): { readonly low: number; readonly high: number } {
  if (a === 0 || b === 0) return { low: 0, high: 0 };
  const value = a * b;
  if (a > 0 === b > 0) return { low: Math.max(0, down(value)), high: up(value) };
  return { low: down(value), high: Math.min(0, up(value)) };
}

/** a / b; undefined where b may be 0, or where its sign is unknown. */
export function quotient(a: Enclosure, b: Enclosure): Enclosure | undefined {
  if (b.zero || (b.low < 0 && b.high > 0)) return undefined;
  return product(a, b.low >= 0 ? reciprocal(b.low, b.high) : negated(reciprocal(-b.high, -b.low)));
}

/** 1 / b for 0 < b: an end of 0 is not reached. */
function reciprocal(low: number, high: number): Enclosure {
  return between(Math.max(0, down(1 / high)), low === 0 ? Number.POSITIVE_INFINITY : up(1 / low), false);
}

/** The smallest interval that holds both. */
export function hull(a: Enclosure, b: Enclosure): Enclosure {
  return between(
    Math.min(a.low, b.low),
    Math.max(a.high, b.high),
    a.zero || b.zero || a.low < 0 !== b.low < 0,
  );
}

export function larger(a: Enclosure, b: Enclosure): Enclosure {
  const low = Math.max(a.low, b.low);
  const high = Math.max(a.high, b.high);
  return between(low, high, low <= 0 && high >= 0 && ((a.zero && b.low <= 0) || (b.zero && a.low <= 0)));
}

export const smaller = (a: Enclosure, b: Enclosure): Enclosure => negated(larger(negated(a), negated(b)));

/** Ends widened by a rounding, without crossing 0; `zero` where the caller knows more than the ends say. */
function rounded(low: number, high: number, zero: boolean | undefined): Enclosure {
  const from = low > 0 ? Math.max(0, down(low)) : low === 0 ? 0 : down(low);
  const to = high < 0 ? Math.min(0, up(high)) : high === 0 ? 0 : up(high);
  const apart = low > 0 || high < 0;
  return between(from, to, apart ? false : (zero ?? true));
}
