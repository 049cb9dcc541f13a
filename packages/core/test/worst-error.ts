import type { Numerics } from "../src/contract/spec.js";
import { type ElementwiseKernel, elementwiseKernel } from "../src/kernels/elementwise.js";
import { ulpError } from "./ulp.js";
import type { VectorFunction } from "./vector-functions.js";

/** Where vector code is farthest from the truth. */
export interface WorstError {
  /** In units of the last place of the true value; 0 within 2⁻¹²⁶ of it. */
  readonly ulps: number;
  readonly x: number;
  readonly got: number;
  readonly want: number;
  /** Inputs looked at. */
  readonly count: number;
}

/** What may be lost below the smallest normal number. */
const TINY = 2 ** -126;
const INFINITY_BITS = 0x7f800000;
const BLOCK = 1 << 14;

/** The largest error over every `stride`-th f32 of both signs, with ±0, ±∞ and NaN, in each profile. */
export function worstError(
  one: VectorFunction,
  profiles: readonly Numerics[],
  stride: number,
): ReadonlyMap<Numerics, WorstError> {
  const comparison = new Comparison(one, profiles);
  for (const sign of SIGNS)
    for (let from = 0; from < INFINITY_BITS; from += BLOCK * stride)
      comparison.compareRun(sign | from, Math.min(BLOCK, Math.ceil((INFINITY_BITS - from) / stride)), stride);
  comparison.compare([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN]);
  return comparison.worst();
}

/**
 * The largest error over every f32 between two of every `stride`-th where the true value passes the largest
 * or the smallest normal number or stops being a number: where guards stand.
 */
export function worstErrorAtEdges(
  one: VectorFunction,
  profiles: readonly Numerics[],
  stride: number,
): ReadonlyMap<Numerics, WorstError> {
  const comparison = new Comparison(one, profiles);
  const x = new Float32Array(1);
  const bits = new Int32Array(x.buffer);
  for (const sign of SIGNS) {
    let before: number | undefined;
    for (let at = 0; at < INFINITY_BITS; at += stride) {
      bits[0] = sign | at;
      const size = sizeOf(one.truth(x[0] as number));
      if (before !== undefined && size !== before)
        for (let from = at - stride; from < at; from += BLOCK)
          comparison.compareRun(sign | from, Math.min(BLOCK, at - from), 1);
      before = size;
    }
  }
  return comparison.worst();
}

const SIGNS = [0, 0x80000000];
const LARGEST = 3.4028234663852886e38;

function sizeOf(value: number): number {
  if (Number.isNaN(value)) return 3;
  return Math.abs(value) > LARGEST ? 2 : Math.abs(value) < TINY ? 0 : 1;
}

/** A function's kernels compared with its exact values. */
class Comparison {
  private readonly kernels;
  private readonly xs = new Float32Array(BLOCK);
  private readonly bits = new Int32Array(this.xs.buffer);
  private readonly wants = new Float64Array(BLOCK);

  constructor(
    private readonly one: VectorFunction,
    profiles: readonly Numerics[],
  ) {
    this.kernels = profiles.map((numerics) => ({
      numerics,
      kernel: elementwiseKernel({ outputs: [one.tree], inputs: ["x"], numerics }, BLOCK),
      worst: { ulps: 0, x: 0, got: 0, want: 0, count: 0 },
    }));
  }

  worst(): ReadonlyMap<Numerics, WorstError> {
    return new Map(this.kernels.map(({ numerics, worst }) => [numerics, worst]));
  }

  compare(values: readonly number[]): void {
    this.xs.set(values);
    this.compareFirst(values.length);
  }

  /** Every `stride`-th f32 from a bit pattern on. */
  compareRun(from: number, count: number, stride: number): void {
    for (let i = 0; i < count; i++) this.bits[i] = from + i * stride;
    this.compareFirst(count);
  }

  private compareFirst(count: number): void {
    const { xs, wants, one } = this;
    for (let i = 0; i < count; i++) wants[i] = one.truth(xs[i] as number);
    for (const { kernel, worst } of this.kernels) {
      const output = run(kernel, xs);
      for (let i = 0; i < count; i++) {
        const got = output[i] as number;
        const want = wants[i] as number;
        // By far the most are right to the last bit; a zero's sign is looked at below.
        if (got !== 0 && got === Math.fround(want)) continue;
        const x = xs[i] as number;
        if (Object.is(got, want) || one.excludes?.(x)) continue;
        const ulps = one.holds?.(x) === false ? beyond(got, one.bound ?? 1) : error(got, want, x);
        if (ulps > worst.ulps) Object.assign(worst, { ulps, x, got, want });
      }
      worst.count += count;
    }
  }
}

function run(kernel: ElementwiseKernel, xs: Float32Array): Float32Array {
  kernel.input[0]?.set(xs);
  kernel.call();
  return kernel.output[0] ?? new Float32Array(0);
}

function error(got: number, want: number, x: number): number {
  // A zero keeps its sign at zero; elsewhere a result below 2⁻¹²⁶ may be either zero.
  if (x === 0 && want === 0) return Object.is(got, want) ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(got - want) <= TINY ? 0 : ulpError(got, want);
}

/** Beyond the stated range a sine is still no larger than 1, a tangent some number. */
function beyond(got: number, bound: number): number {
  return Math.abs(got) <= bound ? 0 : Number.POSITIVE_INFINITY;
}
