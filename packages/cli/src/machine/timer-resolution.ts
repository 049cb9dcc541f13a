/** The smallest step of the clock that was seen, in nanoseconds. */
export function timerResolutionNs(now: () => bigint = process.hrtime.bigint): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 2000; i++) {
    const start = now();
    let end = now();
    while (end === start) end = now();
    smallest = Math.min(smallest, Number(end - start));
  }
  return smallest;
}
