import { normalCdfInverse, type RandomStream } from "@actbench/core/internal";

/** A standard normal variate by the inverse of its distribution; never infinite, as u is never 0 or 1. */
export function normal(stream: RandomStream): number {
  return normalCdfInverse((stream.u32() + 0.5) / 4294967296);
}
