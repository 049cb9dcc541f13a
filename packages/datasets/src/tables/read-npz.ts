import { DatasetError } from "../dataset-error.js";
import type { NamedBytes } from "../files/named-bytes.js";
import { MAX_BYTES } from "../files/read-bounded.js";
import { type NpyArray, parseNpy } from "./npy.js";
import { openArchive } from "./open-archive.js";

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
export async function readNpz(
  archive: NamedBytes,
  maxBytes: number = MAX_BYTES,
): Promise<readonly NpyArray[]> {
  const { file } = archive;
  const { names, read } = await openArchive(archive, { what: ".npz archive", maxBytes });
  const held = names.map((name) => name.replace(/\.npy$/, ""));
  const wanted = NAMES.find((all) => all.every((name) => held.includes(name)));
  if (wanted === undefined)
    throw new DatasetError(
      "dataset_refused",
      `${file}: it holds ${held.join(", ") || "nothing"}; expected arrays x_train, y_train, x_test, y_test, or x, y`,
    );
  const members = await read(wanted.map((name) => `${name}.npy`));
  return members.map((bytes, i) => parseNpy({ file: `${file}/${wanted[i] ?? ""}`, bytes }));
}
