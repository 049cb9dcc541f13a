import type { SpeedLane } from "../contract/speed.js";
import { median } from "../math/median.js";

/** Nanoseconds of an update by {@link speedId}: the median over rounds of their medians. */
export function stepTimes({ groups }: SpeedLane): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { subjects } of groups)
    for (const { id, twin, step } of subjects) {
      if (!twin && step.length > 0) times.set(id, median(step.map(({ p50_ns }) => p50_ns)));
    }
  return times;
}
