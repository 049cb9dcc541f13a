import { performance } from "node:perf_hooks";

/** Monotonic seconds. */
export function clock(): number {
  return performance.now() / 1000;
}
