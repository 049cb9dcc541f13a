import { sha256Hex } from "../contract/identity.js";
import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import type { OutputTensor } from "../network/tensors.js";
import { checkpointOutputTensors } from "./checkpoint-tensors.js";

/** A tensor of a network: where it belongs, and its shape. */
export interface NetworkTensor extends Omit<OutputTensor, "positions"> {
  /**
   * Weights: [units of all pieces, inputs]; all else: [units of all pieces] or, of shared parameters, [1].
   */
  readonly shape: readonly number[];
}

/** A tensor with its numbers, row-major. */
export interface FilledTensor extends NetworkTensor {
  readonly values: Float32Array;
}

/** A tensor and where its numbers lie in a checkpoint's state, counted in f32 numbers. */
type PlacedTensor = NetworkTensor & OutputTensor;

/**
 * Every tensor that the outputs of a trial's network depend on, layer by layer; optimizer states are none of
 * them.
 */
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

/**
 * The tensors of a completed trial whose weights were kept, by the bytes of `Completed.weights`; undefined
 * where these are not the weights of that digest.
 */
export function keptTensors(
  spec: TrialSpec,
  data: Dataset,
  { bytes, digest }: { readonly bytes: Uint8Array; readonly digest: string },
): readonly FilledTensor[] | undefined {
  const tensors = inFile(spec, data);
  const isTrained = ({ role }: NetworkTensor): boolean =>
    role !== "running_mean" && role !== "running_variance";
  const count = (some: readonly NetworkTensor[]): number =>
    some.reduce((sum, { shape }) => sum + shape.reduce((product, size) => product * size, 1), 0);
  if (bytes.length !== 4 * count(tensors)) return undefined;
  const trained = bytes.subarray(0, 4 * count(tensors.filter(isTrained)));
  if (sha256Hex(trained).slice(0, digest.length) !== digest || digest === "") return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const filled = tensors.map(({ positions, ...tensor }) => ({
    ...tensor,
    values: Float32Array.from(positions, () => view.getFloat32(4 * at++, true)),
  }));
  return filled.toSorted((a, b) => a.layer - b.layer);
}

/** Layer by layer, each as the matrix or the row that it is. */
function placed(spec: TrialSpec, data: Dataset): readonly PlacedTensor[] {
  return inFile(spec, data).toSorted((a, b) => a.layer - b.layer);
}

/** In the order in which a record's weights are kept. */
function inFile(spec: TrialSpec, data: Dataset): readonly PlacedTensor[] {
  const tensors = checkpointOutputTensors(spec, data);
  return tensors.map((tensor) => ({
    ...tensor,
    shape: tensor.role === "weight" ? matrixShape(tensor, tensors) : [tensor.positions.length],
  }));
}

function matrixShape({ layer, positions }: OutputTensor, all: readonly OutputTensor[]): readonly number[] {
  const units = all.find((other) => other.layer === layer && other.role === "bias")?.positions.length ?? 1;
  return [units, positions.length / units];
}
