import { canonicalJson, sha256Hex } from "../contract/identity.js";
import type { PointSpec } from "../contract/spec.js";
import { networkSpec } from "../network/network-spec.js";

/**
 * What a point's speed hangs on: its network, its activations and its data, not its learning rate,
 * initializer or length. SHA-256 of the canonical JSON, the first 32 hexadecimal digits.
 */
export function speedId(spec: PointSpec): string {
  return sha256Hex(canonicalJson({ ...commonParts(spec), activation: spec.model.activation })).slice(0, 32);
}

/** The same for all points that differ in nothing but the activation. */
export function speedGroupId(spec: PointSpec): string {
  return sha256Hex(canonicalJson(commonParts(spec))).slice(0, 32);
}

function commonParts(spec: PointSpec) {
  return {
    engine: spec.engine,
    dataset: spec.dataset,
    network: networkSpec({ ...spec, seed: 0 }, { draws: false }),
  };
}
