import { UNIT_STATS } from "../kernels/measure-units.js";
import type { LayerUnits } from "../trial/record.js";
import type { LayerLayout } from "./layout.js";
import type { Network } from "./network.js";

/** A unit whose largest slope is below this share of the activation's largest is saturated; an unbounded slope has no largest. */
const SATURATED_BELOW = 0.01;

/** Counts dead, inactive and saturated units per hidden layer from the last probe over `examples`. */
export function layerUnits(
  network: Network,
  examples: number,
  supSlopes: readonly number[],
): readonly LayerUnits[] {
  return network.layout.layers
    .filter((layer) => layer.formulas)
    .map((layer, index) => countUnits(network, layer, examples, supSlopes[index] ?? 1));
}

function countUnits(network: Network, layer: LayerLayout, examples: number, supSlope: number): LayerUnits {
  const at = (stat: (typeof UNIT_STATS)[number], unit: number): number =>
    layer.stats / 4 + UNIT_STATS.indexOf(stat) * layer.paddedUnits + unit;
  let dead = 0;
  let inactive = 0;
  let saturated = 0;
  let zeros = 0;
  for (let unit = 0; unit < layer.units; unit++) {
    const isDead = network.i32[at("alive", unit)] === 0;
    if (isDead) dead++;
    else if (
      Number.isFinite(supSlope) &&
      (network.f32[at("max_slope", unit)] as number) < SATURATED_BELOW * supSlope
    )
      saturated++;
    if (network.i32[at("positive", unit)] === 0) inactive++;
    zeros += network.i32[at("zeros", unit)] as number;
  }
  return {
    units: layer.units,
    dead,
    inactive,
    saturated,
    zero_fraction: zeros / (layer.units * Math.max(1, examples)),
  };
}
