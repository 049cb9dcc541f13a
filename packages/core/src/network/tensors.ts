import { panelOffset } from "../kernels/panels.js";
import type { LayerLayout, NetworkLayout } from "./layout.js";

/** Numbers that belong together, by where they lie in the memory's f32 view; padding is left out. */
export interface Tensor {
  /** `layer 1 weights`, `layer 2 alpha`, `output biases`, … */
  readonly name: string;
  readonly positions: Uint32Array;
}

/**
 * Every trained tensor in canonical order: layer by layer; weights [unit, input], biases [unit], trained
 * parameters (one number, or [unit]), γ and β of a normalization [unit]. The units of a gated layer: all of
 * its first piece first.
 */
export function trainedTensors({ layers }: NetworkLayout): readonly Tensor[] {
  return layers.flatMap((layer, index) => {
    const name = layerName(layers, index);
    const columns = columnsOf(layer);
    const params = layer.formulas?.trained ?? [];
    const { norm } = layer;
    return [
      { name: `${name} weights`, positions: weightsOf(layer, columns) },
      { name: `${name} biases`, positions: rowOf(layer.bias, columns) },
      ...params.map((param, q) => ({
        name: `${name} ${param.name}`,
        positions: rowOf(
          layer.params + q * layer.paddedUnits * 4,
          param.per === "layer" ? Uint32Array.of(0) : columns.subarray(0, layer.units),
        ),
      })),
      ...(norm
        ? [
            { name: `${name} normalization gamma`, positions: rowOf(norm.gamma, columns) },
            { name: `${name} normalization beta`, positions: rowOf(norm.beta, columns) },
          ]
        : []),
    ];
  });
}

/** All that training changes: trained tensors, each optimizer state of them, running statistics. */
export function stateTensors(layout: NetworkLayout): readonly Tensor[] {
  const trained = trainedTensors(layout);
  const states = Array.from({ length: layout.states }, (_, i) => i + 1);
  return [
    ...trained,
    ...states.flatMap((state) =>
      trained.map(({ name, positions }) => ({
        name: `${name}, optimizer state ${state}`,
        positions: positions.map((at) => at + (state * layout.parameterBytes) / 4),
      })),
    ),
    ...layout.layers.flatMap((layer, index) => {
      if (layer.norm === undefined) return [];
      const name = layerName(layout.layers, index);
      const { runningMean, runningVariance } = layer.norm;
      const columns = columnsOf(layer);
      return [
        { name: `${name} running mean`, positions: rowOf(runningMean, columns) },
        { name: `${name} running variance`, positions: rowOf(runningVariance, columns) },
      ];
    }),
  ];
}

/**
 * What the outputs of a network depend on: trained tensors in canonical order, whose numbers are those of the
 * digest, then running statistics. Layer normalization keeps sums of its backward pass where batch
 * normalization keeps these.
 */
export function outputTensors(
  layout: NetworkLayout,
  normalization: "none" | "batch" | "layer",
): readonly Tensor[] {
  const trained = trainedTensors(layout);
  const rest = stateTensors(layout).slice(trained.length * (1 + layout.states));
  return normalization === "batch" ? [...trained, ...rest] : trained;
}

function layerName(layers: readonly LayerLayout[], index: number): string {
  return index === layers.length - 1 ? "output" : `layer ${index + 1}`;
}

/** The matrix column of each unit, piece by piece. */
function columnsOf({ pieces, units, paddedUnits }: LayerLayout): Uint32Array {
  return Uint32Array.from(
    { length: pieces * units },
    (_, unit) => Math.floor(unit / units) * paddedUnits + (unit % units),
  );
}

function rowOf(address: number, columns: Uint32Array): Uint32Array {
  return columns.map((column) => address / 4 + column);
}

function weightsOf({ weights, panels, inputs }: LayerLayout, columns: Uint32Array): Uint32Array {
  const at = new Uint32Array(columns.length * inputs);
  let next = 0;
  for (const column of columns) {
    const first = (weights + panelOffset(panels, 0, column)) / 4;
    const rowFloats = (weights + panelOffset(panels, 1, column)) / 4 - first;
    for (let input = 0; input < inputs; input++) at[next++] = first + input * rowFloats;
  }
  return at;
}
