import type { EpochRecord } from "@actbench/core";

/** Shares of all units of all hidden layers in each state. */
export interface PooledUnits {
  readonly dead_rate: number;
  readonly inactive_rate: number;
  readonly saturated_rate: number;
  readonly zero_fraction: number;
}

/** Rates pooled over all hidden units; undefined where units were not probed, or there are none. */
export function pooledUnits(epoch: EpochRecord | undefined): PooledUnits | undefined {
  const layers = epoch?.units ?? [];
  const units = layers.reduce((sum, layer) => sum + layer.units, 0);
  if (units === 0) return undefined;
  const share = (key: "dead" | "inactive" | "saturated"): number =>
    layers.reduce((sum, layer) => sum + layer[key], 0) / units;
  return {
    dead_rate: share("dead"),
    inactive_rate: share("inactive"),
    saturated_rate: share("saturated"),
    zero_fraction: layers.reduce((sum, layer) => sum + layer.zero_fraction * layer.units, 0) / units,
  };
}
