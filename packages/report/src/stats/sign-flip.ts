import { randomStream } from "@actbench/core/internal";

/** Shares of sign patterns that are at least as extreme as the observed sum, this one among them. */
export interface SignFlip {
  /** Two-sided. */
  readonly p: number;
  /**
   * One-sided: sums at least as large as the observed one, so a small value says that the differences are
   * positive.
   */
  readonly above: number;
  /** One-sided: sums at least as small. */
  readonly below: number;
  /** Whether all 2ⁿ patterns were counted, or {@link SIGN_FLIP_DRAWS} drawn ones. */
  readonly exact: boolean;
}

/** Up to this many differences, all 2ⁿ sign patterns are counted. */
export const MAX_EXACT = 20;
/**
 * Patterns drawn beyond that. Each stands with its mirror image, as the observed one does, so that both tails
 * agree. A mirror image is no further draw: the two-sided p is at least 1 / 20,001, a one-sided one half of
 * that.
 */
export const SIGN_FLIP_DRAWS = 20_000;

// Sums of the same differences in another order differ by rounding; a pattern that ties with the observed one
// counts.
const TIE = 1e-9;

/**
 * The sign-flip (Fisher–Pitman) randomization test of paired differences: were the two sides exchangeable
 * within each pair, every pattern of signs would be equally probable. Exact to {@link MAX_EXACT} differences,
 * beyond by `draws` random patterns with the observed one counted among them (Phipson and Smyth 2010), always
 * the same. Source: Fisher 1935, "The Design of Experiments", §21. Throws a `RangeError` for no differences.
 */
export function signFlip(differences: readonly number[], draws = SIGN_FLIP_DRAWS): SignFlip {
  return signFlips(differences, draws)(0);
}

/**
 * The same test of the differences less a bound, for any bound: drawn patterns are summed up once, and the
 * signs of a pattern say by how much the bound moves its sum.
 */
export function signFlips(
  differences: readonly number[],
  draws = SIGN_FLIP_DRAWS,
): (bound: number) => SignFlip {
  if (differences.length === 0) throw new RangeError("no differences; the test needs one at least");
  // Both sides get the same patterns: which differences meet which bits is decided as if their sum were
  // positive.
  const given = largestFirst(Float64Array.from(differences));
  const side = given.reduce((sum, value) => sum + value, 0) < 0 ? -1 : 1;
  const values = side > 0 ? given : largestFirst(given.map((value) => -value));
  let drawn: DrawnSums | undefined;
  return (bound) => {
    const less = side * bound;
    let observed = 0;
    let size = 0;
    for (const value of values) {
      observed += value - less;
      size += Math.abs(value - less);
    }
    const asked = { observed, tie: TIE * size };
    if (values.length > MAX_EXACT) drawn ??= drawnSums(values, draws);
    const tally =
      drawn === undefined
        ? countAll(
            values.map((value) => value - less),
            asked,
          )
        : countDrawn(drawn, less, asked);
    const [above, below] = [tally.above, tally.below].map((count) => Math.min(1, count / tally.patterns));
    return {
      p: Math.min(1, tally.beyond / tally.patterns),
      above: (side > 0 ? above : below) ?? 1,
      below: (side > 0 ? below : above) ?? 1,
      exact: drawn === undefined,
    };
  };
}

function largestFirst(values: Float64Array): Float64Array {
  return values.sort((a, b) => Math.abs(b) - Math.abs(a) || b - a);
}

/** The sum that patterns are held against, and by how much sums of one pattern differ by rounding. */
interface Observed {
  readonly observed: number;
  readonly tie: number;
}

/**
 * Number of patterns, and of those whose sum is at least as large as the observed one, as small, or as far
 * from 0.
 */
interface Tally {
  readonly above: number;
  readonly below: number;
  readonly beyond: number;
  readonly patterns: number;
}

/**
 * All 2ⁿ patterns without making them: each is a pattern of the first half of the values with one of the
 * second, and of two sorted lists of 2^(n/2) sums the pairs that reach a bound are counted in one pass
 * (Horowitz and Sahni 1974).
 */
function countAll(values: Float64Array, { observed, tie }: Observed): Tally {
  const half = values.length >> 1;
  const [left, right] = [signedSums(values.subarray(0, half)), signedSums(values.subarray(half))];
  const patterns = 2 ** values.length;
  // The sums lie symmetrically about 0, so that as small as a bound are as many as are as large as its mirror
  // image.
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
    // Two ascending lists, each sum minus the value and each sum plus it, are merged.
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

/**
 * The sums of each group of eight values under each of its 256 patterns; a bit without a value changes none.
 */
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

/** What drawn patterns of signs make of some values. */
interface DrawnSums {
  readonly sums: Float64Array;
  /** What they make of as many ones. */
  readonly signs: Float64Array;
}

/** Looks the sums up for eight values at a time. */
function drawnSums(values: Float64Array, draws: number): DrawnSums {
  const groups = Math.ceil(values.length / GROUP);
  const bytes = patternsOf(values.length).subarray(0, groups * draws);
  const ofValues = groupSums(values, groups);
  const sums = new Float64Array(draws);
  for (let draw = 0, at = 0; draw < draws; draw++) {
    let sum = 0;
    for (let group = 0; group < groups; group++)
      sum += ofValues[(group << GROUP) + (bytes[at++] as number)] as number;
    sums[draw] = sum;
  }
  return { sums, signs: signsOf(values.length).subarray(0, draws) };
}

const drawnSigns = new Map<number, Float64Array>();

/** The sums of the signs of the drawn patterns of n, added up once for each n. */
function signsOf(n: number): Float64Array {
  const known = drawnSigns.get(n);
  if (known !== undefined) return known;
  const groups = Math.ceil(n / GROUP);
  const bytes = patternsOf(n);
  const ofOnes = groupSums(new Float64Array(n).fill(1), groups);
  const signs = new Float64Array(SIGN_FLIP_DRAWS);
  for (let draw = 0, at = 0; draw < SIGN_FLIP_DRAWS; draw++)
    for (let group = 0; group < groups; group++)
      signs[draw] = (signs[draw] as number) + (ofOnes[(group << GROUP) + (bytes[at++] as number)] as number);
  drawnSigns.set(n, signs);
  return signs;
}

/** The observed pattern and drawn ones, each with its mirror image. */
function countDrawn({ sums, signs }: DrawnSums, bound: number, { observed, tie }: Observed): Tally {
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
  for (let draw = 0; draw < sums.length; draw++)
    addBoth((sums[draw] as number) - bound * (signs[draw] as number));
  return { above, below, beyond, patterns: 2 * (sums.length + 1) };
}
