import type { SpeedLane } from "../trial/speed.js";

/** Nanoseconds of an update by {@link speedId}: the median over rounds of their medians. */
export function stepTimes({ groups }: SpeedLane): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { subjects } of groups)
    for (const { id, twin, step } of subjects) {
      const sorted = step.map(({ p50_ns }) => p50_ns).sort((a, b) => a - b);
      const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
      if (!twin && low !== undefined && high !== undefined) times.set(id, (low + high) / 2);
    }
  return times;
}
