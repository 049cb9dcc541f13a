import type { EpochRecord, LayerGradients, UnitDetails } from "../contract/record.js";
import type { LayerLayout } from "../network/layout.js";
import type { Network } from "../network/network.js";
import { finiteOrNull, rounded } from "./rounded.js";

/** Mean over units of every trained parameter, per hidden layer; nothing where no parameter is trained. */
export function trainedParams(network: Network): Pick<EpochRecord, "params"> {
  const hidden = network.layout.layers.filter((layer) => layer.formulas);
  if (hidden.every((layer) => layer.formulas?.trained.length === 0)) return {};
  return { params: hidden.map((layer) => valuesBy(network, layer, mean)) };
}

/** Mean and ends over units of a layer's trained parameters; nothing where it has none. */
export function paramSpreads(network: Network, layer: LayerLayout): Pick<LayerGradients, "params"> {
  if (!layer.formulas?.trained.length) return {};
  const spread = (values: Float32Array) => ({
    mean: rounded(mean(values)),
    min: rounded(values.reduce((least, value) => Math.min(least, value))),
    max: rounded(values.reduce((most, value) => Math.max(most, value))),
  });
  return { params: valuesBy(network, layer, spread) };
}

/** Each unit's own trained parameters; nothing where a layer's units share what is trained. */
export function unitParams(network: Network, layer: LayerLayout | undefined): Pick<UnitDetails, "params"> {
  if (!layer?.formulas?.trained.some(({ per }) => per === "unit")) return {};
  return {
    params: valuesBy(
      network,
      layer,
      (values) => Array.from(values, (value) => finiteOrNull(rounded(value))),
      "unit",
    ),
  };
}

/** Something of the values of each trained parameter of a layer, by name; `only` those shared so. */
function valuesBy<T>(
  network: Network,
  { formulas, params, paddedUnits, units }: LayerLayout,
  of: (values: Float32Array) => T,
  only?: "unit",
): Readonly<Record<string, T>> {
  const entries = (formulas?.trained ?? []).flatMap(({ name, per }, q) => {
    if (only !== undefined && per !== only) return [];
    const at = params / 4 + q * paddedUnits;
    return [[name, of(network.f32.subarray(at, at + units))] as const];
  });
  return Object.fromEntries(entries);
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
