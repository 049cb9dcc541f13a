import type { NetworkTensor } from "../../internal.js";

/**
 * How a file lays out a layer's matrix: `weight` [out, in] as PyTorch, `kernel` [in, out] as NumPy, Keras and
 * Flax multiply.
 */
export type MatrixLayout = "weight" | "kernel";

/**
 * A tensor's name in a file: `layers.0.weight`, `layers.0.bias`, `layers.0.norm.running_mean`,
 * `layers.0.activation.alpha`, `output.weight`. Names are those of PyTorch's modules, but for `kernel`.
 */
export function tensorName(
  { layer, role }: NetworkTensor,
  outputLayer: number,
  matrix: MatrixLayout = "weight",
): string {
  const place = layer === outputLayer ? "output" : `layers.${layer}`;
  if (typeof role === "object") return `${place}.activation.${role.parameter}`;
  switch (role) {
    case "weight":
      return `${place}.${matrix}`;
    case "bias":
      return `${place}.bias`;
    case "gamma":
      return `${place}.norm.weight`;
    case "beta":
      return `${place}.norm.bias`;
    case "running_mean":
      return `${place}.norm.running_mean`;
    case "running_variance":
      return `${place}.norm.running_var`;
    default:
      return role satisfies never;
  }
}
