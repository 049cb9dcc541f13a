import type { EpochRecord, LayerUnits } from "../contract/record.js";

/** A share over all units of all hidden layers after an epoch; undefined where units were not probed, or there are none. */
export function pooledUnits(
  { units: layers = [] }: Pick<EpochRecord, "units">,
  share: (layer: LayerUnits) => number,
): number | undefined {
  let units = 0;
  let sum = 0;
  for (const layer of layers) {
    units += layer.units;
    sum += share(layer);
  }
  return units === 0 ? undefined : sum / units;
}
