import type { InputMap } from "../kernels/inputs.js";
import type { DataShape } from "../network/layout.js";
import type { DatasetSpec } from "./spec.js";

/**
 * How raw inputs become the network's: bytes are divided by 255 unless `normalize` is `none`; then
 * (v − mean)/std where asked; then · scale + shift. Floats are taken as they are under `unit`.
 */
export function inputMapOf(spec: DatasetSpec, data: Pick<DataShape, "kind">): InputMap {
  const { normalize, scale, shift } = spec;
  const divisor = data.kind === "u8" && normalize !== "none" ? 255 : 1;
  const { mean, std } = typeof normalize === "object" ? normalize : { mean: 0, std: 1 };
  return {
    divisor,
    factor: Math.fround(scale / std),
    shift: Math.fround(shift - (mean * scale) / std),
  };
}
