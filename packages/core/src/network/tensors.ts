import { panelOffset } from "../kernels/panels.js";
import type { LayerLayout, NetworkLayout } from "./layout.js";

/** Numbers that belong together, by where they lie in the memory's f32 view; padding is left out. */
export interface Tensor {
  /** `layer 1 weights`, `layer 2 alpha`, `output biases`, … */
  readonly name: string;
  readonly positions: Uint32Array;
}

/** What a tensor is to its layer. */
export type TensorRole =
  | "weight"
  | "bias"
  | "gamma"
  | "beta"
  | "running_mean"
  | "running_variance"
  | { readonly parameter: string };

/** A tensor that a network's outputs depend on, and its place in the network. */
export interface OutputTensor extends Tensor {
  /** From 0; the output layer is the last. */
  readonly layer: number;
  readonly role: TensorRole;
}

/**
 * Every trained tensor in canonical order: layer by layer; weights [unit, input], biases [unit], trained
 * parameters (one number, or [unit]), γ and β of a normalization [unit]. The units of a gated layer: all of
 * its first piece first.
 */
export function trainedTensors({ layers }: NetworkLayout): readonly OutputTensor[] {
  return layers.flatMap((layer, index) => {
    const columns = columnsOf(layer);
    const params = layer.formulas?.trained ?? [];
    const { norm } = layer;
    const tensor = (role: TensorRole, positions: Uint32Array): OutputTensor => ({
      name: tensorName(layers, index, role),
      layer: index,
      role,
      positions,
    });
    return [
      tensor("weight", weightsOf(layer, columns)),
      tensor("bias", rowOf(layer.bias, columns)),
      ...params.map(({ name, per }, q) =>
        tensor(
          { parameter: name },
          rowOf(
            layer.params + q * layer.paddedUnits * 4,
            per === "layer" ? Uint32Array.of(0) : columns.subarray(0, layer.units),
          ),
        ),
      ),
      ...(norm
        ? [tensor("gamma", rowOf(norm.gamma, columns)), tensor("beta", rowOf(norm.beta, columns))]
        : []),
    ];
  });
}

/** The running statistics of normalized layers. */
function runningTensors({ layers }: NetworkLayout): readonly OutputTensor[] {
  return layers.flatMap((layer, index) => {
    if (layer.norm === undefined) return [];
    const { runningMean, runningVariance } = layer.norm;
    const columns = columnsOf(layer);
    return (
      [
        ["running_mean", runningMean],
        ["running_variance", runningVariance],
      ] as const
    ).map(([role, address]) => ({
      name: tensorName(layers, index, role),
      layer: index,
      role,
      positions: rowOf(address, columns),
    }));
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
    ...runningTensors(layout),
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
): readonly OutputTensor[] {
  const trained = trainedTensors(layout);
  return normalization === "batch" ? [...trained, ...runningTensors(layout)] : trained;
}

const NAMES = {
  weight: "weights",
  bias: "biases",
  gamma: "normalization gamma",
  beta: "normalization beta",
  running_mean: "running mean",
  running_variance: "running variance",
} as const;

function tensorName(layers: readonly LayerLayout[], index: number, role: TensorRole): string {
  const layer = index === layers.length - 1 ? "output" : `layer ${index + 1}`;
  if (typeof role === "string") return `${layer} ${NAMES[role]}`;
  const { parameter } = role;
  // A plugin may call a parameter as a tensor is called here.
  const isTaken = Object.values<string>(NAMES).includes(parameter);
  return `${layer} ${isTaken ? "parameter " : ""}${parameter}`;
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
