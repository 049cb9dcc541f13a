import { panelOffset } from "../kernels/panels.js";
import { sha256Hex } from "../trial/identity.js";
import type { LayerLayout } from "./layout.js";
import type { Network } from "./network.js";

/** Every trained number of a layer in its canonical order, as positions in the memory's f32 view. */
function* positions(layer: LayerLayout): Generator<number> {
  for (let piece = 0; piece < layer.pieces; piece++)
    for (let unit = 0; unit < layer.units; unit++) {
      const column = piece * layer.paddedUnits + unit;
      for (let input = 0; input < layer.inputs; input++)
        yield (layer.weights + panelOffset(layer.panels, input, column)) / 4;
    }
  for (let piece = 0; piece < layer.pieces; piece++)
    for (let unit = 0; unit < layer.units; unit++) yield layer.bias / 4 + piece * layer.paddedUnits + unit;
  for (const [index, { per }] of (layer.formulas?.trained ?? []).entries())
    for (let unit = 0; unit < (per === "layer" ? 1 : layer.units); unit++)
      yield layer.params / 4 + index * layer.paddedUnits + unit;
}

/** The same positions, computed once a network: digests are taken each epoch. */
export function weightPositions(network: Network): Uint32Array {
  const all: number[] = [];
  for (const layer of network.layout.layers) for (const at of positions(layer)) all.push(at);
  return Uint32Array.from(all);
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

/** Writes a layer's weights `[unit, input]` (row-major, units of all pieces one after another) and a common bias. */
export function writeLayer(network: Network, layer: LayerLayout, weights: Float64Array, bias: number): void {
  for (let piece = 0; piece < layer.pieces; piece++)
    for (let unit = 0; unit < layer.units; unit++) {
      const column = piece * layer.paddedUnits + unit;
      const row = (piece * layer.units + unit) * layer.inputs;
      for (let input = 0; input < layer.inputs; input++)
        network.f32[(layer.weights + panelOffset(layer.panels, input, column)) / 4] = weights[
          row + input
        ] as number;
      network.f32[layer.bias / 4 + column] = bias;
    }
}
