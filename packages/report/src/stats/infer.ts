import { type Bootstrap, bootstrapMean } from "./bootstrap.js";
import type { Interval } from "./interval.js";
import { mean } from "./mean.js";
import { median } from "./median.js";
import { medianInterval } from "./median-interval.js";
import { type SignFlip, signFlip, signFlips } from "./sign-flip.js";
import { signTest } from "./sign-test.js";
import { standardDeviation } from "./standard-deviation.js";
import { studentTCdf, studentTQuantile } from "./student-t.js";

/**
 * `t`: Student's, which takes the differences for normal. `bootstrap`: BCa interval and sign-flip test.
 * `median`: order statistics and sign test, where a difference is infinite.
 */
export type Method = "t" | "bootstrap" | "median";

/** Number of pairs from which on differences are not taken for normal any more. */
export const BOOTSTRAP_FROM = 20;
/** Number of pairs from which on the sign-flip test can reach p < 0.05. */
export const SIGN_FLIP_FROM = 6;

/**
 * What paired differences say: center, interval and tests of one method, so that they never contradict each
 * other.
 */
export interface Inference {
  readonly method: Method;
  readonly n: number;
  /** The mean; with `median` the median. */
  readonly center: number;
  /** Standard deviation of the differences; absent with `median`. */
  readonly sd?: number;
  interval(confidence: number): Interval;
  /** One-sided p-value for "the center is greater than `bound`": small where it is. */
  pGreater(bound: number): number;
  /** One-sided p-value for "the center is less than `bound`": small where it is. */
  pLess(bound: number): number;
  /**
   * Two-sided p of "the center is `bound`" by the sign-flip test, from {@link SIGN_FLIP_FROM} pairs on; not
   * with `median`.
   */
  signFlip(bound: number): number | undefined;
}

/** Infers from paired differences, infinite ones among them; undefined below two, which have no spread. */
export function infer(differences: readonly number[]): Inference | undefined {
  if (differences.length < 2) return undefined;
  const values = differences.toSorted((a, b) => Math.abs(b) - Math.abs(a) || b - a);
  if (values.some((value) => !Number.isFinite(value))) return byMedian(values);
  return values.length < BOOTSTRAP_FROM ? byStudent(values) : byBootstrap(values);
}

const meanOf = (values: readonly number[]): number => mean(values) ?? Number.NaN;

// A spread that is rounding error alone says nothing of further seeds.
const ROUNDING = 1e-12;

/**
 * Paired t (Student 1908), n − 1 degrees of freedom. Without spread there is no t: then signs alone are
 * counted.
 */
function byStudent(values: readonly number[]): Inference {
  const n = values.length;
  const center = meanOf(values);
  const sd = standardDeviation(values) ?? 0;
  const error = sd / Math.sqrt(n);
  const largest = Math.abs(values[0] ?? 0);
  const flat = sd <= ROUNDING * largest;
  const tail = (bound: number, side: 1 | -1): number =>
    flat ? flatTail(side * (center - bound), n) : studentTCdf((side * (bound - center)) / error, n - 1);
  return {
    method: "t",
    n,
    center,
    sd,
    interval(confidence) {
      const half = flat ? 0 : studentTQuantile(0.5 + confidence / 2, n - 1) * error;
      return { low: center - half, high: center + half };
    },
    pGreater: (bound) => tail(bound, 1),
    pLess: (bound) => tail(bound, -1),
    signFlip: (bound) => (n < SIGN_FLIP_FROM ? undefined : signFlip(values.map((value) => value - bound)).p),
  };
}

function flatTail(distance: number, n: number): number {
  return distance > 0 ? 2 ** -n : 1;
}

function byBootstrap(values: readonly number[]): Inference {
  const flips = new Map<number, SignFlip>();
  const flipAt = signFlips(values);
  const shifted = (bound: number): SignFlip => {
    const flip = flips.get(bound) ?? flipAt(bound);
    flips.set(bound, flip);
    return flip;
  };
  let made: Bootstrap | undefined;
  return {
    method: "bootstrap",
    n: values.length,
    center: meanOf(values),
    sd: standardDeviation(values) ?? 0,
    interval(confidence) {
      made ??= bootstrapMean(values);
      return made.interval(confidence);
    },
    pGreater: (bound) => shifted(bound).above,
    pLess: (bound) => shifted(bound).below,
    signFlip: (bound) => shifted(bound).p,
  };
}

function byMedian(values: readonly number[]): Inference {
  const mirrored = values.map((value) => -value);
  return {
    method: "median",
    n: values.length,
    center: median(values) ?? Number.NaN,
    interval: (confidence) => medianInterval(values, confidence),
    pGreater: (bound) => signTest(values, bound),
    pLess: (bound) => signTest(mirrored, -bound),
    signFlip: () => undefined,
  };
}
