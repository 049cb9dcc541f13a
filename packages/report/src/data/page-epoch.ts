import type { EpochRecord, LayerUnits } from "@actbench/core";

/**
 * What a page keeps of an epoch: scores and counts. Moments, single units, gradients, probes between epochs and digests
 * stay in the run's folder.
 */
export function pageEpoch(epoch: EpochRecord): EpochRecord {
  const { digest: _, unit_details: _details, probes: _probes, gradients: _gradients, units, ...kept } = epoch;
  return units === undefined ? kept : { ...kept, units: units.map(pageUnits) };
}

function pageUnits({ units, dead, inactive, saturated, zero_fraction, dormant }: LayerUnits): LayerUnits {
  return { units, dead, inactive, saturated, zero_fraction, ...(dormant === undefined ? {} : { dormant }) };
}
