import type { FilledTensor } from "../../internal.js";
import type { PortableModel } from "../portable-model.js";
import type { NamedTensor } from "./safetensors.js";
import { type MatrixLayout, tensorName } from "./tensor-name.js";

/** A network's tensors under the names of a file, matrices as `matrix` lays them out. */
export function namedTensors({ spec, tensors }: PortableModel, matrix: MatrixLayout): readonly NamedTensor[] {
  return tensors.map((tensor) => {
    const name = tensorName(tensor, spec.model.hidden.length, matrix);
    const { shape, values } = tensor;
    return tensor.role === "weight" && matrix === "kernel"
      ? { name, ...transposed(tensor) }
      : { name, shape, values };
  });
}

function transposed({ shape, values }: FilledTensor): Pick<NamedTensor, "shape" | "values"> {
  const [rows = 0, columns = 0] = shape;
  const turned = values.map((_, i) => values[(i % rows) * columns + Math.floor(i / rows)] as number);
  return { shape: [columns, rows], values: turned };
}
