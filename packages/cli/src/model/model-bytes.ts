import {
  modelMetadata,
  type NamedTensor,
  namedTensors,
  networkGraph,
  npyBytes,
  npyText,
  onnxBytes,
  type PortableModel,
  safetensorsBytes,
  scalingText,
  type TrainedFacts,
} from "@actbench/core/portable";
import { zipSync } from "fflate";
import type { ModelFormat } from "./model-format.js";

/** The first day that a zip archive can name: the same network gives the same file. */
const NO_DAY = new Date(1980, 0, 1);

/** A trained network as the bytes of a file. Throws an `UnportableError` for what the format cannot hold. */
export function modelBytes(
  model: PortableModel,
  facts: TrainedFacts,
  format: ModelFormat,
): Uint8Array<ArrayBuffer> {
  const metadata = modelMetadata(model, facts);
  switch (format) {
    case "safetensors":
      return safetensorsBytes(namedTensors(model, "weight"), metadata);
    case "npz":
      return npzBytes(namedTensors(model, "kernel"), metadata);
    case "onnx": {
      const { version, trial, run } = facts;
      const description = `Trial ${trial.slice(0, 8)} of ${run}. Input x: ${scalingText(model)}.`;
      return onnxBytes(networkGraph(model), { version, description, metadata });
    }
    default:
      return format satisfies never;
  }
}

/** Arrays as `np.savez` stores them, and what the file says of itself as the JSON text `metadata`. */
function npzBytes(
  tensors: readonly NamedTensor[],
  metadata: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const members = Object.fromEntries(tensors.map((tensor) => [`${tensor.name}.npy`, npyBytes(tensor)]));
  const all = { ...members, "metadata.npy": npyText(JSON.stringify(metadata)) };
  return zipSync(all, { level: 0, mtime: NO_DAY });
}
