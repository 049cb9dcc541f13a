import type { TrialSpec } from "../contract/spec.js";
import type { Network } from "../network/network.js";
import { outputTensors } from "../network/tensors.js";
import { base64 } from "../text/base64.js";
import { MAX_KEPT_BYTES } from "./cost.js";

/**
 * The network's numbers for a record, as `Completed.weights` has them; nothing where they are not to be kept.
 */
export function keptWeights(network: Network, spec: TrialSpec): { readonly weights?: string } {
  if (spec.measure.weights === undefined) return {};
  const tensors = outputTensors(network.layout, spec.model.normalization);
  const count = tensors.reduce((sum, { positions }) => sum + positions.length, 0);
  if (count * 4 > MAX_KEPT_BYTES) return {};
  const view = new DataView(new ArrayBuffer(count * 4));
  let at = 0;
  for (const { positions } of tensors)
    for (const position of positions) {
      view.setFloat32(at, network.f32[position] as number, true);
      at += 4;
    }
  return { weights: base64(new Uint8Array(view.buffer)) };
}
