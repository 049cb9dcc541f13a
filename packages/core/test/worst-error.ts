import { type ElementwiseKernel, elementwiseKernel } from "../src/kernels/elementwise.js";
import type { Numerics } from "../src/trial/spec.js";
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
  { tree, truth, holds, excludes }: VectorFunction,
  profiles: readonly Numerics[],
  stride: number,
): ReadonlyMap<Numerics, WorstError> {
  const kernels = profiles.map((numerics) => ({
    kernel: elementwiseKernel({ outputs: [tree], inputs: ["x"], numerics }, BLOCK),
    worst: { ulps: 0, x: 0, got: 0, want: 0, count: 0 },
  }));
  const xs = new Float32Array(BLOCK);
  const wants = new Float64Array(BLOCK);
  const compare = (count: number): void => {
    for (let i = 0; i < count; i++) wants[i] = truth(xs[i] as number);
    for (const { kernel, worst } of kernels) {
      const output = run(kernel, xs);
      for (let i = 0; i < count; i++) {
        const got = output[i] as number;
        const want = wants[i] as number;
        // By far the most are right to the last bit; a zero's sign is looked at below.
        if (got !== 0 && got === Math.fround(want)) continue;
        const x = xs[i] as number;
        if (Object.is(got, want) || excludes?.(x)) continue;
        const ulps = holds?.(x) === false ? beyond(got) : error(got, want, x);
        if (ulps > worst.ulps) Object.assign(worst, { ulps, x, got, want });
      }
      worst.count += count;
    }
  };
  const bits = new Int32Array(xs.buffer);
  for (const sign of [0, 0x80000000]) {
    for (let from = 0; from < INFINITY_BITS; from += BLOCK * stride) {
      const count = Math.min(BLOCK, Math.ceil((INFINITY_BITS - from) / stride));
      for (let i = 0; i < count; i++) bits[i] = sign | (from + i * stride);
      compare(count);
    }
  }
  xs.set([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN]);
  compare(3);
  return new Map(profiles.map((numerics, p) => [numerics, kernels[p]?.worst as WorstError]));
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

/** Beyond the stated range a sine is still no larger than 1. */
function beyond(got: number): number {
  return Math.abs(got) <= 1 ? 0 : Number.POSITIVE_INFINITY;
}
