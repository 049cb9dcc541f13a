import type { FormulaActivationSpec, Numerics } from "../contract/spec.js";
import type { ElementwiseKernel } from "../kernels/elementwise.js";
import { median } from "../math/median.js";
import { activationKernels } from "../speed/activation-kernels.js";

/** Nanoseconds per element, one thread, in L1: medians. */
export interface ElementwiseSpeed {
  readonly forward_ns: number;
  /** Value, slopes and slopes in trained parameters together, as a training step computes them. */
  readonly both_ns: number;
}

export interface MeasureOptions {
  readonly numerics: Numerics;
  /** Monotonic seconds. */
  now(): number;
  /** Samples per kernel; kernels take turns. */
  readonly rounds?: number;
  /** Seconds before a kernel's first sample, in which V8 replaces its baseline code. */
  readonly warm_up_s?: number;
}

/** Seconds that one sample takes at least, far above a timer's step. */
const SAMPLE_S = 1e-4;
const WARM_UP_S = 0.05;
const ROUNDS = 15;

/**
 * Times the vector code of activations, all of them in turn round after round, so that a busy moment hits all
 * alike.
 */
export function measureElementwise(
  specs: readonly FormulaActivationSpec[],
  { numerics, now, rounds = ROUNDS, warm_up_s = WARM_UP_S }: MeasureOptions,
): readonly ElementwiseSpeed[] {
  const kernels = specs.flatMap((spec) => {
    const { forward, both } = activationKernels(spec, numerics);
    return [forward, both];
  });
  const calls = kernels.map((kernel) => {
    warmUp(kernel, now, warm_up_s);
    return callsPerSample(kernel, now);
  });
  const samples = kernels.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [k, kernel] of kernels.entries()) {
      const count = calls[k] ?? 1;
      const start = now();
      for (let i = 0; i < count; i++) kernel.call();
      samples[k]?.push(((now() - start) * 1e9) / (count * kernel.capacity));
    }
  return specs.map((_, i) => ({
    forward_ns: median(samples[2 * i] ?? []),
    both_ns: median(samples[2 * i + 1] ?? []),
  }));
}

function warmUp(kernel: ElementwiseKernel, now: () => number, seconds: number): void {
  for (const end = now() + seconds; now() < end; ) for (let i = 0; i < 100; i++) kernel.call();
}

/** Doubles the calls until they take long enough. */
function callsPerSample(kernel: ElementwiseKernel, now: () => number): number {
  for (let count = 1; ; count *= 2) {
    const start = now();
    for (let i = 0; i < count; i++) kernel.call();
    if (now() - start >= SAMPLE_S || count >= 1 << 20) return count;
  }
}
