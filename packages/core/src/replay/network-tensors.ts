import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import { checkpointTensors } from "./checkpoint-tensors.js";

/** What a tensor is to its layer. */
export type TensorRole =
  | "weight"
  | "bias"
  | "gamma"
  | "beta"
  | "running_mean"
  | "running_variance"
  | { readonly parameter: string };

/** A tensor of a network: where it belongs, and its shape. */
export interface NetworkTensor {
  /** As `stateTensors` calls it, for example `layer 1 weights`. */
  readonly name: string;
  /** From 0; the output layer is the last. */
  readonly layer: number;
  readonly role: TensorRole;
  /** Weights: [units of all pieces, inputs]; all else: [units of all pieces] or, of shared parameters, [1]. */
  readonly shape: readonly number[];
}

/** A tensor with its numbers, row-major. */
export interface FilledTensor extends NetworkTensor {
  readonly values: Float32Array;
}

/** A tensor and where its numbers lie in a checkpoint's state, counted in f32 numbers. */
interface PlacedTensor extends NetworkTensor {
  readonly positions: Uint32Array;
}

const ROLES: Readonly<Record<string, TensorRole>> = {
  weights: "weight",
  biases: "bias",
  "normalization gamma": "gamma",
  "normalization beta": "beta",
  "running mean": "running_mean",
  "running variance": "running_variance",
};

/** Every tensor that the outputs of a trial's network depend on, layer by layer; optimizer states are none of them. */
export function networkTensors(spec: TrialSpec, data: Dataset): readonly NetworkTensor[] {
  return placed(spec, data).map(({ positions: _, ...tensor }) => tensor);
}

/** The tensors of a trial's network in a checkpoint's state. */
export function filledTensors(spec: TrialSpec, data: Dataset, state: Uint8Array): readonly FilledTensor[] {
  const all = new Float32Array(state.buffer, state.byteOffset, state.byteLength / 4);
  return placed(spec, data).map(({ positions, ...tensor }) => ({
    ...tensor,
    values: Float32Array.from(positions, (at) => all[at] as number),
  }));
}

function placed(spec: TrialSpec, data: Dataset): readonly PlacedTensor[] {
  const outputLayer = spec.model.hidden.length;
  const tensors = checkpointTensors(spec, data).flatMap(({ name, positions }): PlacedTensor[] => {
    const [, place = "", part = ""] = /^(layer \d+|output) (.*)$/.exec(name) ?? [];
    const layer = place === "output" ? outputLayer : Number(place.slice("layer ".length)) - 1;
    const role = ROLES[part] ?? parameterOf(spec, layer, part);
    // Layer normalization keeps sums of its backward pass where batch normalization keeps running statistics.
    const isScratch =
      spec.model.normalization !== "batch" && (role === "running_mean" || role === "running_variance");
    return role === undefined || isScratch
      ? []
      : [{ name, layer, role, positions, shape: [positions.length] }];
  });
  return tensors
    .map((tensor) => (tensor.role === "weight" ? { ...tensor, shape: matrixShape(tensor, tensors) } : tensor))
    .sort((a, b) => a.layer - b.layer);
}

/** A trained parameter of the layer's activation; undefined for what is none: an optimizer's state. */
function parameterOf({ model }: TrialSpec, layer: number, name: string): TensorRole | undefined {
  const params = model.activation[layer]?.params ?? [];
  return params.some((param) => param.trainable && param.name === name) ? { parameter: name } : undefined;
}

function matrixShape({ layer, positions }: PlacedTensor, all: readonly PlacedTensor[]): readonly number[] {
  const units = all.find((other) => other.layer === layer && other.role === "bias")?.positions.length ?? 1;
  return [units, positions.length / units];
}
