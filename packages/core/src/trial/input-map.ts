import type { DatasetSpec } from "../contract/spec.js";
import type { InputMap } from "../kernels/inputs.js";
import type { DataShape } from "../network/data-shape.js";
import type { InputStatistics } from "./input-statistics.js";

/**
 * How raw inputs become the network's: bytes are divided by 255 unless `normalize` is `none`; then (v −
 * mean)/std where asked; then · scale + shift. Floats are taken as they are under `unit`. `measured`: raw
 * values of the training subset, asked for under `standardize`; inputs that are all the same are only
 * centered.
 */
export function inputMapOf(
  spec: DatasetSpec,
  data: Pick<DataShape, "kind">,
  measured: () => InputStatistics,
): InputMap {
  const { normalize, scale, shift } = spec;
  const divisor = data.kind === "u8" && normalize !== "none" ? 255 : 1;
  const { mean, std } = centerOf(normalize, divisor, measured);
  return {
    divisor,
    factor: Math.fround(scale / std),
    shift: Math.fround(shift - (mean * scale) / std),
  };
}

/** Mean and deviation of divided inputs to take out. */
function centerOf(
  normalize: DatasetSpec["normalize"],
  divisor: number,
  measured: () => InputStatistics,
): InputStatistics {
  if (typeof normalize === "object") return normalize;
  if (normalize !== "standardize") return { mean: 0, std: 1 };
  const { mean, std } = measured();
  return { mean: mean / divisor, std: std > 0 ? std / divisor : 1 };
}
