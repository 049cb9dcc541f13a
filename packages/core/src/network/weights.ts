import { panelOffset } from "../kernels/panels.js";
import { sha256Hex } from "../trial/identity.js";
import type { LayerLayout } from "./layout.js";
import type { Network } from "./network.js";

/** Trained numbers of a layer: weights, biases and parameters, padding left out. */
function countOf(layer: LayerLayout): number {
  const trained = layer.formulas?.trained ?? [];
  const params = trained.reduce((sum, { per }) => sum + (per === "layer" ? 1 : layer.units), 0);
  return layer.pieces * layer.units * (layer.inputs + (layer.norm ? 3 : 1)) + params;
}

/**
 * Where every trained number lies in the memory's f32 view, in canonical order: layer by layer; weights [unit, input],
 * biases [unit], parameters, γ and β of a normalization. Computed once a network, since digests are taken each epoch.
 */
export function weightPositions(network: Network): Uint32Array {
  const { layers } = network.layout;
  const at = new Uint32Array(layers.reduce((sum, layer) => sum + countOf(layer), 0));
  let next = 0;
  for (const layer of layers) {
    const columns = layer.pieces * layer.units;
    const columnOf = (unit: number): number =>
      Math.floor(unit / layer.units) * layer.paddedUnits + (unit % layer.units);
    for (let unit = 0; unit < columns; unit++) {
      const first = (layer.weights + panelOffset(layer.panels, 0, columnOf(unit))) / 4;
      const rowFloats =
        panelOffset(layer.panels, 1, columnOf(unit)) / 4 - panelOffset(layer.panels, 0, columnOf(unit)) / 4;
      for (let input = 0; input < layer.inputs; input++) at[next++] = first + input * rowFloats;
    }
    for (let unit = 0; unit < columns; unit++) at[next++] = layer.bias / 4 + columnOf(unit);
    for (const [index, { per }] of (layer.formulas?.trained ?? []).entries())
      for (let unit = 0; unit < (per === "layer" ? 1 : layer.units); unit++)
        at[next++] = layer.params / 4 + index * layer.paddedUnits + unit;
    for (const row of layer.norm ? [layer.norm.gamma, layer.norm.beta] : [])
      for (let unit = 0; unit < columns; unit++) at[next++] = row / 4 + columnOf(unit);
  }
  return at;
}

/**
 * SHA-256, first 32 hexadecimal digits, of all weights, biases and trained parameters as little-endian f32:
 * layer by layer; weights [unit, input], biases [unit], parameters. Undefined when one is not finite, since
 * the bits of a NaN are not specified.
 */
export function weightDigest(network: Network, at: Uint32Array): string | undefined {
  const bytes = new Uint8Array(at.length * 4);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < at.length; i++) {
    const value = network.f32[at[i] as number] as number;
    if (!Number.isFinite(value)) return undefined;
    view.setFloat32(i * 4, value, true);
  }
  return sha256Hex(bytes).slice(0, 32);
}

/** Writes a layer's weights `[unit, input]` (row-major, units of all pieces one after another) and biases `[unit]`. */
export function writeLayer(
  network: Network,
  layer: LayerLayout,
  weights: Float64Array,
  biases: Float64Array,
): void {
  for (let unit = 0; unit < layer.pieces * layer.units; unit++) {
    const column = Math.floor(unit / layer.units) * layer.paddedUnits + (unit % layer.units);
    const first = (layer.weights + panelOffset(layer.panels, 0, column)) / 4;
    const rowFloats = (layer.weights + panelOffset(layer.panels, 1, column)) / 4 - first;
    const row = unit * layer.inputs;
    for (let input = 0; input < layer.inputs; input++)
      network.f32[first + input * rowFloats] = weights[row + input] as number;
    network.f32[layer.bias / 4 + column] = biases[unit] as number;
  }
}
