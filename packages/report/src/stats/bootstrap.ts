import { normalCdf, normalCdfInverse, randomStream } from "@actbench/core/internal";
import type { Interval } from "./interval.js";

/** A statistic of a sample; it gets the values in no particular order and must not keep them. */
export type Statistic = (values: Float64Array) => number;

/** What a bootstrap knows of a statistic: any interval is read from one set of resamples. */
export interface Bootstrap {
  readonly estimate: number;
  /** z₀: by how much the resamples' median lies off the estimate, in standard units. */
  readonly bias: number;
  /** a: the rate at which the standard error changes with the estimate, by the jackknife. */
  readonly acceleration: number;
  interval(confidence: number): Interval;
}

/** Resamples drawn; as many again are their mirror images. */
export const RESAMPLES = 5000;

/**
 * The bias-corrected and accelerated bootstrap, BCa (Efron 1987; Efron and Tibshirani 1993, "An Introduction
 * to the Bootstrap", §14.3), of a statistic of independent values. Resamples are always the same and come
 * with their mirror images in rank, so that the order of the values does not matter and −x has the mirrored
 * interval of x. Throws a `RangeError` below two values.
 */
export function bootstrap(values: readonly number[], statistic: Statistic): Bootstrap {
  return bootstrapBy(values, statistic, (sorted) => resampled(sorted, statistic));
}

/** The same of the mean, in a fraction of the time: a page has hundreds. */
export function bootstrapMean(values: readonly number[]): Bootstrap {
  return bootstrapBy(values, meanOf, resampledMeans);
}

function bootstrapBy(
  values: readonly number[],
  statistic: Statistic,
  resample: (sorted: Float64Array) => Float64Array,
): Bootstrap {
  const n = values.length;
  if (n < 2) throw new RangeError(`${n} values; a bootstrap needs two at least`);
  const sorted = Float64Array.from(values).sort();
  const estimate = statistic(sorted.slice());
  const replicates = resample(sorted);
  const bias = normalCdfInverse(shareBelow(replicates, estimate));
  const acceleration = jackknifeAcceleration(sorted, statistic);
  return {
    estimate,
    bias,
    acceleration,
    interval(confidence) {
      const z = normalCdfInverse(0.5 + confidence / 2);
      const end = (at: number): number => {
        const shift = bias + at;
        return quantile(replicates, normalCdf(bias + shift / (1 - acceleration * shift)));
      };
      return { low: end(-z), high: end(z) };
    },
  };
}

const drawn = new Map<number, Uint32Array>();

/** Places of the resamples of n values; drawn once for each n. */
function placesOf(n: number): Uint32Array {
  const known = drawn.get(n);
  if (known !== undefined) return known;
  const stream = randomStream(0, "bootstrap", n);
  const places = Uint32Array.from({ length: RESAMPLES * n }, () => stream.below(n));
  drawn.set(n, places);
  return places;
}

function resampled(sorted: Float64Array, statistic: Statistic): Float64Array {
  const n = sorted.length;
  const places = placesOf(n);
  const replicates = new Float64Array(2 * RESAMPLES);
  const [sample, mirror] = [new Float64Array(n), new Float64Array(n)];
  for (let b = 0; b < RESAMPLES; b++) {
    for (let i = 0; i < n; i++) {
      const place = places[b * n + i] as number;
      sample[i] = sorted[place] as number;
      mirror[i] = sorted[n - 1 - place] as number;
    }
    replicates[2 * b] = statistic(sample);
    replicates[2 * b + 1] = statistic(mirror);
  }
  return replicates.sort();
}

function meanOf(sample: Float64Array): number {
  let sum = 0;
  for (const value of sample) sum += value;
  return sum / sample.length;
}

/**
 * The same for the mean, without making the samples; added up in the same order, so that every bit is the
 * same.
 */
function resampledMeans(sorted: Float64Array): Float64Array {
  const n = sorted.length;
  const places = placesOf(n);
  const mirrored = sorted.toReversed();
  const replicates = new Float64Array(2 * RESAMPLES);
  for (let b = 0; b < RESAMPLES; b++) {
    let sum = 0;
    let mirror = 0;
    for (let at = b * n; at < (b + 1) * n; at++) {
      const place = places[at] as number;
      sum += sorted[place] as number;
      mirror += mirrored[place] as number;
    }
    replicates[2 * b] = sum / n;
    replicates[2 * b + 1] = mirror / n;
  }
  return replicates.sort();
}

/**
 * Share of the resamples below the estimate; those equal to it count half. Never 0 or 1, whose z is infinite.
 */
function shareBelow(replicates: Float64Array, estimate: number): number {
  let twice = 0;
  for (const value of replicates) twice += value < estimate ? 2 : value === estimate ? 1 : 0;
  const least = 0.5 / replicates.length;
  return Math.min(1 - least, Math.max(least, twice / 2 / replicates.length));
}

/**
 * a = Σ(θ̄ − θᵢ)³ / (6 (Σ(θ̄ − θᵢ)²)^1.5) over the estimates θᵢ without one value; 0 where they all agree.
 */
function jackknifeAcceleration(sorted: Float64Array, statistic: Statistic): number {
  // All values but the i-th, in their order.
  const rest = sorted.slice(1);
  const without = Array.from(sorted, (_, i) => {
    if (i > 0) rest[i - 1] = sorted[i - 1] as number;
    return statistic(rest.slice());
  });
  const center = without.reduce((sum, value) => sum + value, 0) / without.length;
  let squares = 0;
  let cubes = 0;
  for (const value of without) {
    squares += (center - value) ** 2;
    cubes += (center - value) ** 3;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

/** The quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7). */
function quantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * Math.min(1, Math.max(0, p));
  const below = Math.floor(at);
  const [low = 0, high = low] = [sorted[below], sorted[below + 1]];
  return low + (at - below) * (high - low);
}
