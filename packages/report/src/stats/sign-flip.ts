import { randomStream } from "@actbench/core";

/** Shares of sign patterns that are at least as extreme as the observed sum, this one among them. */
export interface SignFlip {
  /** Two-sided. */
  readonly p: number;
  /** One-sided: sums at least as large as the observed one, so a small value says that the differences are positive. */
  readonly above: number;
  /** One-sided: sums at least as small. */
  readonly below: number;
  /** Whether all 2ⁿ patterns were counted, or {@link SIGN_FLIP_DRAWS} drawn ones. */
  readonly exact: boolean;
}

/** Most differences of which all 2ⁿ patterns of signs are counted. */
export const MOST_EXACT = 20;
/** Patterns drawn beyond that; each counts with its mirror image, so the least p is 1 / 20,001. */
export const SIGN_FLIP_DRAWS = 20_000;

// Sums of the same differences in another order differ by rounding; a pattern that ties with the observed one counts.
const TIE = 1e-9;

/**
 * The sign-flip (Fisher–Pitman) randomization test of paired differences: were the two sides exchangeable within
 * each pair, every pattern of signs would be equally probable. Exact to {@link MOST_EXACT} differences, beyond by
 * drawn patterns with the observed one counted among them (Phipson and Smyth 2010), always the same draws.
 * Source: Fisher 1935, "The Design of Experiments", §21. Throws a `RangeError` for no differences.
 */
export function signFlip(differences: readonly number[]): SignFlip {
  if (differences.length === 0) throw new RangeError("no differences; the test needs one at least");
  const values = Float64Array.from(differences).sort((a, b) => Math.abs(b) - Math.abs(a) || b - a);
  let observed = 0;
  let size = 0;
  for (const value of values) {
    observed += value;
    size += Math.abs(value);
  }
  const exact = values.length <= MOST_EXACT;
  const tally = { observed, tie: TIE * size, above: 0, below: 0, beyond: 0, patterns: 0 };
  if (exact) countAll(values, tally);
  else countDrawn(values, tally);
  const share = (count: number): number => Math.min(1, count / tally.patterns);
  return { p: share(tally.beyond), above: share(tally.above), below: share(tally.below), exact };
}

interface Tally {
  readonly observed: number;
  readonly tie: number;
  above: number;
  below: number;
  beyond: number;
  patterns: number;
}

function add(tally: Tally, sum: number): void {
  const { observed, tie } = tally;
  tally.patterns++;
  if (sum >= observed - tie) tally.above++;
  if (sum <= observed + tie) tally.below++;
  if (Math.abs(sum) >= Math.abs(observed) - tie) tally.beyond++;
}

/** Half of all patterns, one sign changing at a time (a Gray code); the other half mirrors it. */
function countAll(values: Float64Array, tally: Tally): void {
  const free = values.length - 1;
  const signed = Float64Array.from(values, Math.abs);
  let sum = signed.reduce((total, value) => total + value, 0);
  add(tally, sum);
  add(tally, -sum);
  for (let step = 1; step < 2 ** free; step++) {
    const place = 1 + trailingZeros(step);
    const value = signed[place] as number;
    sum -= 2 * value;
    signed[place] = -value;
    add(tally, sum);
    add(tally, -sum);
  }
}

function trailingZeros(n: number): number {
  return 31 - Math.clz32(n & -n);
}

function countDrawn(values: Float64Array, tally: Tally): void {
  const stream = randomStream(0, "sign flip", values.length);
  add(tally, tally.observed);
  for (let draw = 0; draw < SIGN_FLIP_DRAWS / 2; draw++) {
    let sum = 0;
    let word = 0;
    for (let i = 0; i < values.length; i++) {
      if (i % 32 === 0) word = stream.u32();
      // A branch on a drawn bit would be mispredicted every other time.
      sum += (values[i] as number) * ((word & 1) * 2 - 1);
      word >>>= 1;
    }
    add(tally, sum);
    add(tally, -sum);
  }
}
