import type { EpochRecord, GradientProbe, LayerUnits } from "@actbench/core";
import { thinCurve } from "./thin-curve.js";

/**
 * What a page keeps of a curve: scores and counts, and gradients of the last measured update so far, of at most so many epochs. Moments,
 * single units, probes between epochs, other updates and digests stay in the run's folder.
 */
export function pageCurve(curve: readonly EpochRecord[], epochs: number): readonly EpochRecord[] {
  const measured = curve.flatMap(({ gradients = [] }) => gradients);
  return thinCurve(curve, epochs).map((epoch) =>
    pageEpoch(
      epoch,
      measured.findLast(({ step }) => step <= epoch.step),
    ),
  );
}

function pageEpoch(epoch: EpochRecord, measured: GradientProbe | undefined): EpochRecord {
  const { digest: _, unit_details: _details, probes: _probes, gradients: _gradients, units, ...kept } = epoch;
  return {
    ...kept,
    ...(units === undefined ? {} : { units: units.map(pageUnits) }),
    ...(measured === undefined ? {} : { gradients: [pageGradients(measured)] }),
  };
}

function pageUnits({ units, dead, inactive, saturated, zero_fraction, dormant }: LayerUnits): LayerUnits {
  return { units, dead, inactive, saturated, zero_fraction, ...(dormant === undefined ? {} : { dormant }) };
}

/** Trained parameters are on the page as the epoch's own. */
function pageGradients({ step, layers }: GradientProbe): GradientProbe {
  return { step, layers: layers.map(({ params: _, ...kept }) => kept) };
}
