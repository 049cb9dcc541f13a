import type { EpochRecord, LayerUnits } from "../contract/record.js";

type OfLayer = (layer: LayerUnits) => number | undefined;

/**
 * A share over the units of all hidden layers after an epoch: of all of them, or of those that `among`
 * counts. Undefined where a layer was not probed for it, or there are none.
 */
export function pooledUnits(
  { units: layers = [] }: Pick<EpochRecord, "units">,
  share: OfLayer,
  among: OfLayer = ({ units }) => units,
): number | undefined {
  let units = 0;
  let sum = 0;
  for (const layer of layers) {
    const [own, all] = [share(layer), among(layer)];
    if (own === undefined || all === undefined) return undefined;
    units += all;
    sum += own;
  }
  return units === 0 ? undefined : sum / units;
}
