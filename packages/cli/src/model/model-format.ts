import { UsageError } from "../usage-error.js";

/** What a trained network is written as. */
export const MODEL_FORMATS = ["safetensors", "npz", "onnx"] as const;
export type ModelFormat = (typeof MODEL_FORMATS)[number];

/** The format that a file's ending names, unless one was asked for. Throws a `UsageError`. */
export function modelFormat(file: string, asked: ModelFormat | undefined): ModelFormat {
  const ending = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase();
  const format = asked ?? MODEL_FORMATS.find((known) => known === ending);
  if (format !== undefined) return format;
  throw new UsageError(
    `"${file}" names no format of a model`,
    `end it in ${MODEL_FORMATS.map((known) => `.${known}`).join(", ")}, or add --format`,
  );
}
