import { normalCdfInverse, type RandomStream, randomStream } from "@actbench/core/internal";

/** The split of values into a lower and an upper group that leaves least variation within the two. */
export interface TwoGroups {
  /** How many of the sorted values are in the lower group. */
  readonly lower: number;
  /** Between over within sum of squares; infinite where both groups have one value each. */
  readonly ratio: number;
  /** Shares of samples of each distribution whose ratio is at least as large. */
  readonly shares: Readonly<Record<Shape, number>>;
  /** Of "the values come from one distribution with one mode": the largest of these shares. */
  readonly p: number;
}

/** Distributions with one mode: without tails, with light ones, and with one long tail. */
const SHAPES = ["uniform", "normal", "exponential"] as const;
type Shape = (typeof SHAPES)[number];

/** Samples drawn of each distribution; those seen count as one more, so p is at least 1 / 5,001. */
const DRAWS = 5000;

/**
 * The test for two clusters by Engelman and Hartigan (1969, "Percentage points of a test for clusters", JASA
 * 64): of all splits of the sorted values the largest ratio of the between-group to the within-group sum of
 * squares, the likelihood ratio of two normal groups against one. Their null is the normal distribution,
 * which takes a flat or a skewed one for two groups: here p is the largest over samples of normal, uniform
 * and exponential values, always the same ones. `step`: values are rounded to multiples of it, and its
 * variance, step² / 12, is within each group. Undefined below three values, for which a split means nothing,
 * and if all are equal.
 */
export function twoGroups(values: readonly number[], step = 0): TwoGroups | undefined {
  if (values.length < 3) return undefined;
  const sorted = Float64Array.from(values).sort();
  const { lower, between, total } = bestSplit(sorted);
  if (total === 0) return undefined;
  const within = Math.max(0, total - between) + (values.length * step * step) / 12;
  const ratio = within === 0 ? Infinity : between / within;
  const share = (shape: Shape): number => shareFrom(nullRatios(shape, values.length), ratio);
  const shares = { uniform: share("uniform"), normal: share("normal"), exponential: share("exponential") };
  return { lower, ratio, shares, p: Math.max(...SHAPES.map((shape) => shares[shape])) };
}

interface Split {
  readonly lower: number;
  readonly between: number;
  readonly total: number;
}

/**
 * With c the sum of the i smallest deviations from the mean, their split has c² (1/i + 1/(n − i)) between its
 * groups.
 */
function bestSplit(sorted: Float64Array): Split {
  const n = sorted.length;
  const center = sorted.reduce((sum, value) => sum + value, 0) / n;
  let [lower, between, total, partial] = [1, 0, 0, 0];
  for (let i = 1; i <= n; i++) {
    const deviation = (sorted[i - 1] as number) - center;
    total += deviation * deviation;
    partial += deviation;
    const squares = i < n ? partial * partial * (1 / i + 1 / (n - i)) : 0;
    if (squares > between) [lower, between] = [i, squares];
  }
  return { lower, between, total };
}

function draw(shape: Shape, stream: RandomStream): number {
  switch (shape) {
    case "uniform":
      return stream.uniform();
    case "normal":
      return normalCdfInverse(stream.uniform() || 0.5);
    case "exponential":
      return -Math.log(1 - stream.uniform());
    default:
      return shape satisfies never;
  }
}

const known = new Map<string, Float64Array>();

/** The ratios of samples of n values, ascending; drawn once for each n. */
function nullRatios(shape: Shape, n: number): Float64Array {
  const key = `${shape} ${n}`;
  const found = known.get(key) ?? drawnRatios(shape, n);
  known.set(key, found);
  return found;
}

function drawnRatios(shape: Shape, n: number): Float64Array {
  const stream = randomStream(0, `two groups, ${shape}`, n);
  const sample = new Float64Array(n);
  return Float64Array.from({ length: DRAWS }, () => {
    for (let i = 0; i < n; i++) sample[i] = draw(shape, stream);
    const { between, total } = bestSplit(sample.sort());
    return between / (total - between);
  }).sort();
}

/** Share of sorted ratios, the one seen among them, that are at least as large. */
function shareFrom(ratios: Float64Array, ratio: number): number {
  let [low, high] = [0, ratios.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ratios[middle] as number) >= ratio) high = middle;
    else low = middle + 1;
  }
  return (1 + ratios.length - low) / (1 + ratios.length);
}
