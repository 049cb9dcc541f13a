import type { LayerUnits } from "@actbench/core";

/** Rates over all units of all hidden layers of one moment. */
export interface UnitRates {
  readonly dead_rate: number;
  readonly inactive_rate: number;
  readonly saturated_rate: number;
  /** Mean of the layers' zero fractions, weighted by their units. */
  readonly zero_fraction: number;
}

/** Pools layers; undefined where nothing was probed or there is no hidden unit. */
export function pooledUnits(layers: readonly LayerUnits[] | undefined): UnitRates | undefined {
  let units = 0;
  let dead = 0;
  let inactive = 0;
  let saturated = 0;
  let zeros = 0;
  for (const layer of layers ?? []) {
    units += layer.units;
    dead += layer.dead;
    inactive += layer.inactive;
    saturated += layer.saturated;
    zeros += layer.zero_fraction * layer.units;
  }
  if (units === 0) return undefined;
  return {
    dead_rate: dead / units,
    inactive_rate: inactive / units,
    saturated_rate: saturated / units,
    zero_fraction: zeros / units,
  };
}
