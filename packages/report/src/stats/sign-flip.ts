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
export const MAX_EXACT = 20;
/**
 * Patterns drawn beyond that. Each stands with its mirror image, as the observed one does, so that both tails agree. A
 * mirror image is no further draw: the two-sided p is at least 1 / 20,001, a one-sided one half of that.
 */
export const SIGN_FLIP_DRAWS = 20_000;

// Sums of the same differences in another order differ by rounding; a pattern that ties with the observed one counts.
const TIE = 1e-9;

/**
 * The sign-flip (Fisher–Pitman) randomization test of paired differences: were the two sides exchangeable within
 * each pair, every pattern of signs would be equally probable. Exact to {@link MAX_EXACT} differences, beyond by
 * `draws` random patterns with the observed one counted among them (Phipson and Smyth 2010), always the same.
 * Source: Fisher 1935, "The Design of Experiments", §21. Throws a `RangeError` for no differences.
 */
export function signFlip(differences: readonly number[], draws = SIGN_FLIP_DRAWS): SignFlip {
  if (differences.length === 0) throw new RangeError("no differences; the test needs one at least");
  const values = Float64Array.from(differences).sort((a, b) => Math.abs(b) - Math.abs(a) || b - a);
  let observed = 0;
  let size = 0;
  for (const value of values) {
    observed += value;
    size += Math.abs(value);
  }
  const exact = values.length <= MAX_EXACT;
  const asked = { observed, tie: TIE * size };
  const { above, below, beyond, patterns } = exact
    ? countAll(values, asked)
    : countDrawn(values, asked, draws);
  const share = (count: number): number => Math.min(1, count / patterns);
  return { p: share(beyond), above: share(above), below: share(below), exact };
}

/** The sum that patterns are held against, and by how much sums of one pattern differ by rounding. */
interface Observed {
  readonly observed: number;
  readonly tie: number;
}

/** Of so many patterns those whose sum is as large as the observed one, as small, or as far from 0. */
interface Tally {
  readonly above: number;
  readonly below: number;
  readonly beyond: number;
  readonly patterns: number;
}

/**
 * All 2ⁿ patterns without making them: each is a pattern of the first half of the values with one of the second, and of
 * two sorted lists of 2^(n/2) sums the pairs that reach a bound are counted in one pass (Horowitz and Sahni 1974).
 */
function countAll(values: Float64Array, { observed, tie }: Observed): Tally {
  const half = values.length >> 1;
  const [left, right] = [signedSums(values.subarray(0, half)), signedSums(values.subarray(half))];
  const patterns = 2 ** values.length;
  // The sums lie symmetrically about 0, so that as small as a bound are as many as are as large as its mirror image.
  const far = Math.abs(observed) - tie;
  return {
    above: pairsFrom(left, right, observed - tie),
    below: pairsFrom(left, right, -observed - tie),
    beyond: far > 0 ? 2 * pairsFrom(left, right, far) : patterns,
    patterns,
  };
}

/** The sums of some values under every pattern of signs, ascending. */
function signedSums(values: Float64Array): Float64Array {
  let sums = new Float64Array(1);
  for (const value of values) {
    const size = Math.abs(value);
    const before = sums;
    sums = new Float64Array(2 * before.length);
    // Two ascending lists, of each sum less the value and of each with it, become one.
    for (let at = 0, less = 0, more = 0; at < sums.length; at++) {
      const [low, high] = [(before[less] ?? Infinity) - size, (before[more] as number) + size];
      const isLow = low <= high;
      sums[at] = isLow ? low : high;
      if (isLow) less++;
      else more++;
    }
  }
  return sums;
}

/** How many pairs of two ascending lists add up to at least a bound. */
function pairsFrom(left: Float64Array, right: Float64Array, bound: number): number {
  let pairs = 0;
  let from = right.length;
  for (const sum of left) {
    while (from > 0 && sum + (right[from - 1] as number) >= bound) from--;
    pairs += right.length - from;
  }
  return pairs;
}

const GROUP = 8;
const drawn = new Map<number, Uint8Array>();

/** Drawn patterns of n signs, one bit a sign, in bytes; drawn once for each n. */
function patternsOf(n: number): Uint8Array {
  const known = drawn.get(n);
  if (known !== undefined) return known;
  const stream = randomStream(0, "sign flip", n);
  const groups = Math.ceil(n / GROUP);
  const bytes = new Uint8Array(groups * SIGN_FLIP_DRAWS);
  for (let at = 0; at < bytes.length; ) {
    let word = 0;
    for (let group = 0; group < groups; group++, word >>>= GROUP) {
      if (group % 4 === 0) word = stream.u32();
      bytes[at++] = word;
    }
  }
  drawn.set(n, bytes);
  return bytes;
}

/** The sums of each group of eight values under each of its 256 patterns; a bit without a value changes none. */
function groupSums(values: Float64Array, groups: number): Float64Array {
  const sums = new Float64Array(groups << GROUP);
  for (let group = 0; group < groups; group++) {
    const start = group << GROUP;
    for (let i = 0; i < GROUP; i++) sums[start] = (sums[start] as number) - (values[group * GROUP + i] ?? 0);
    for (let bits = 1; bits < 1 << GROUP; bits++) {
      const value = values[group * GROUP + 31 - Math.clz32(bits & -bits)] ?? 0;
      sums[start + bits] = (sums[start + (bits & (bits - 1))] as number) + 2 * value;
    }
  }
  return sums;
}

/** The observed pattern and drawn ones, each with its mirror image: sums are looked up for eight values at a time. */
function countDrawn(values: Float64Array, { observed, tie }: Observed, draws: number): Tally {
  const groups = Math.ceil(values.length / GROUP);
  const bytes = patternsOf(values.length).subarray(0, groups * draws);
  const sums = groupSums(values, groups);
  const far = Math.abs(observed) - tie;
  let [above, below, beyond] = [0, 0, 0];
  const addBoth = (sum: number): void => {
    if (sum >= observed - tie) above++;
    if (-sum >= observed - tie) above++;
    if (sum <= observed + tie) below++;
    if (-sum <= observed + tie) below++;
    if (Math.abs(sum) >= far) beyond += 2;
  };
  addBoth(observed);
  for (let at = 0; at < bytes.length; ) {
    let sum = 0;
    for (let group = 0; group < groups; group++)
      sum += sums[(group << GROUP) + (bytes[at++] as number)] as number;
    addBoth(sum);
  }
  return { above, below, beyond, patterns: 2 * (draws + 1) };
}
