import type { NetworkTensor } from "@actbench/core/internal";
import { UsageError } from "../usage-error.js";
import { matchTensors, type TensorSource } from "./match-tensors.js";
import type { WeightsFile } from "./weights-file.js";

/** The numbers of a network's tensors, by their names in `networkTensors`. */
export type Weights = ReadonlyMap<string, Float32Array>;

/**
 * Reads a network's tensors out of a file. Throws a `UsageError` where one is missing, misshapen or not
 * finite.
 */
export async function loadWeights(
  file: WeightsFile,
  network: readonly NetworkTensor[],
  outputLayer: number,
): Promise<Weights> {
  const sources = matchTensors({ file: file.name, network, outputLayer }, file.tensors);
  const weights = new Map<string, Float32Array>();
  for (const source of sources) {
    const values = await file.read(source.from);
    checkFinite(values, file.name, source);
    weights.set(source.tensor.name, source.isTransposed ? transposed(values, source) : values);
  }
  return weights;
}

function checkFinite(values: Float32Array, file: string, { from }: TensorSource): void {
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at === -1) return;
  const count = values.filter((value) => !Number.isFinite(value)).length;
  const [, columns] = from.shape;
  const place = columns === undefined ? `${at}` : `${Math.floor(at / columns)}, ${at % columns}`;
  throw new UsageError(
    `${file}: ${from.name} holds ${count} ${count === 1 ? "number that is" : "numbers that are"} not finite, the first (${values[at]}) at [${place}]`,
    "such a network has no loss; find the step at which its training diverged",
  );
}

/** [out, in] of numbers that are stored [in, out]. */
function transposed(values: Float32Array, { tensor }: TensorSource): Float32Array {
  const [outputs = 1, inputs = 1] = tensor.shape;
  return values.map((_, i) => values[(i % inputs) * outputs + Math.floor(i / inputs)] as number);
}
