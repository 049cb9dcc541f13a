import type { SpeedRound } from "@actbench/core/internal";
import { Bench } from "tinybench";

/** Seconds of one sample at least, far above a clock's step and what reading it takes. */
const SAMPLE_S = 1e-4;

/** Something to time: `call` does `per` of what a figure is for. */
export interface Timed {
  readonly call: () => void;
  readonly per: number;
  /** Calls a sample. */
  readonly calls: number;
}

/** Doubles the calls of a sample until they take long enough. */
export function timed(call: () => void, per = 1): Timed {
  for (let calls = 1; ; calls *= 2) {
    const before = performance.now();
    for (let i = 0; i < calls; i++) call();
    if ((performance.now() - before) / 1000 >= SAMPLE_S || calls >= 1 << 20) return { call, per, calls };
  }
}

/** Samples for this many seconds with tinybench; in nanoseconds. */
export function sample({ call, per, calls }: Timed, seconds: number): SpeedRound {
  const bench = new Bench({ time: seconds * 1000, iterations: 1, warmup: false, throws: true });
  bench.add("", () => {
    for (let i = 0; i < calls; i++) call();
  });
  bench.runSync();
  const [task] = bench.tasks;
  if (task?.result.state !== "completed") throw new Error(`tinybench ended as ${task?.result.state}`);
  const { p50, mad, samplesCount } = task.result.latency;
  const ns = 1e6 / (calls * per);
  return { p50_ns: shortened(p50 * ns), mad_ns: shortened(mad * ns), n: samplesCount };
}

/** Six digits: more than any clock gives. */
function shortened(value: number): number {
  return Number(value.toPrecision(6));
}

/** Blocks whose medians must agree for times to count as flat, and by how much. */
const FLAT_BLOCKS = 3;
const FLAT_WITHIN = 0.03;
const BLOCKS = 40;

/**
 * Calls until the medians of three blocks in a row, a fortieth of `seconds` each, agree within 3 %; whether
 * they did.
 */
export function warmUp(it: Timed, seconds: number): boolean {
  const medians: number[] = [];
  while (medians.length < BLOCKS) {
    medians.push(sample(it, seconds / BLOCKS).p50_ns);
    const last = medians.slice(-FLAT_BLOCKS);
    if (last.length === FLAT_BLOCKS && Math.max(...last) <= Math.min(...last) * (1 + FLAT_WITHIN))
      return true;
  }
  return false;
}
