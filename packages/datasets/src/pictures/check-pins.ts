import { DatasetError } from "../dataset-error.js";
import { sha256Of } from "../files/sha256-of.js";
import { IDX_FILES, type PictureFiles } from "./picture-parts.js";

/**
 * The SHA-256 of each file; throws a `DatasetError` for the first that is not what `pinned` says, where it
 * says something.
 */
export function checkPins(
  files: PictureFiles,
  pinned: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const found = IDX_FILES.map((name) => {
    const { file, bytes } = files[name];
    const sha256 = sha256Of(bytes);
    const expected = pinned[name] ?? sha256;
    if (sha256 !== expected)
      throw new DatasetError(
        "dataset_damaged",
        `${file}: SHA-256 of the unpacked file is ${sha256}, expected ${expected}; this is a different file, or it is damaged`,
      );
    return [name, sha256] as const;
  });
  return Object.fromEntries(found);
}
