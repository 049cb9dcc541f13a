import { unzipSync } from "fflate";
import { DatasetError } from "../dataset-error.js";
import type { NamedBytes } from "../files/named-bytes.js";
import { MAX_BYTES } from "../files/read-unpacked.js";
import { type NpyArray, parseNpy } from "./npy.js";

/** Names that an archive's arrays have in use; the first row that fits is taken. */
const NAMES = [
  ["x_train", "y_train", "x_test", "y_test"],
  ["X_train", "y_train", "X_test", "y_test"],
  ["train_images", "train_labels", "test_images", "test_labels"],
  ["x", "y"],
  ["X", "y"],
  ["data", "target"],
  ["images", "labels"],
] as const;

/** Inputs and classes, of training rows and, where there are four arrays, of test rows. */
export function readNpz({ bytes, file }: NamedBytes, maxBytes: number = MAX_BYTES): readonly NpyArray[] {
  const held: string[] = [];
  let total = 0;
  const open = (wanted: readonly string[]): Readonly<Record<string, Uint8Array>> => {
    try {
      return unzipSync(bytes, {
        filter: ({ name, originalSize }) => {
          const array = name.replace(/\.npy$/, "");
          if (wanted.length === 0) held.push(array);
          if (!wanted.includes(array)) return false;
          total += originalSize;
          if (total > maxBytes)
            throw new DatasetError(
              "dataset_refused",
              `${file}: the array ${array} unpacks to ${originalSize} bytes; a data file has at most ${maxBytes}`,
            );
          return true;
        },
      });
    } catch (cause) {
      if (cause instanceof DatasetError) throw cause;
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new DatasetError("dataset_damaged", `${file}: no readable .npz archive (${why})`, { cause });
    }
  };
  open([]);
  const names = NAMES.find((wanted) => wanted.every((name) => held.includes(name)));
  if (names === undefined)
    throw new DatasetError(
      "dataset_refused",
      `${file}: it holds ${held.join(", ") || "nothing"}; expected arrays x_train, y_train, x_test, y_test, or x, y`,
    );
  const arrays = open(names);
  return names.map((name) =>
    parseNpy({ file: `${file}/${name}`, bytes: arrays[`${name}.npy`] ?? new Uint8Array() }),
  );
}
