import type { EpochRecord } from "@actbench/core/internal";
import { mean } from "../stats/mean.js";
import type { PointView } from "./point-view.js";

/** A mean over completed seeds at an epoch, and what each of them has. */
export interface EpochMean {
  readonly epoch: number;
  readonly value: number;
  readonly n: number;
  readonly values: readonly number[];
}

/** The mean over completed seeds at each epoch that all of them have measured. */
export function meanCurve(
  { trials }: PointView,
  read: (epoch: EpochRecord) => number | undefined,
): readonly EpochMean[] {
  const values = new Map<number, number[]>();
  let completed = 0;
  for (const { status, curve } of trials) {
    if (status !== "completed") continue;
    completed++;
    for (const epoch of curve) {
      const value = read(epoch);
      if (value === undefined) continue;
      const known = values.get(epoch.epoch);
      if (known === undefined) values.set(epoch.epoch, [value]);
      else known.push(value);
    }
  }
  return [...values]
    .filter(([, all]) => all.length === completed)
    .sort(([a], [b]) => a - b)
    .flatMap(([epoch, all]) => {
      const value = mean(all);
      return value === undefined ? [] : { epoch, value, n: all.length, values: all };
    });
}
