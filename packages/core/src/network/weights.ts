import { sha256Hex } from "../contract/identity.js";
import { panelOffset } from "../kernels/panels.js";
import type { LayerLayout } from "./layout.js";
import type { Network } from "./network.js";
import { trainedTensors } from "./tensors.js";

/**
 * Where every trained number lies in the memory's f32 view, in canonical order. Computed once a network,
 * since digests are taken each epoch.
 */
export function weightPositions({ layout }: Network): Uint32Array {
  const tensors = trainedTensors(layout);
  const at = new Uint32Array(tensors.reduce((sum, { positions }) => sum + positions.length, 0));
  let next = 0;
  for (const { positions } of tensors) {
    at.set(positions, next);
    next += positions.length;
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

/**
 * Writes a layer's weights `[unit, input]` (row-major, units of all pieces one after another) and biases
 * `[unit]`.
 */
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
