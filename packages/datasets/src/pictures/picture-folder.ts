import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { DatasetError } from "../dataset-error.js";
import { allInOrder } from "../files/all-in-order.js";
import { readUnpacked } from "../files/read-unpacked.js";
import { IDX_FILES, type IdxFile, type PictureFiles } from "./picture-parts.js";

/** Parts of a file's name that say which of the four it is: MNIST's own, and those of sets made after it. */
const NAMES: Readonly<Record<IdxFile, RegExp>> = {
  "train-images-idx3-ubyte": /train[-_]images/i,
  "train-labels-idx1-ubyte": /train[-_]labels/i,
  "t10k-images-idx3-ubyte": /(t10k|test)[-_]images/i,
  "t10k-labels-idx1-ubyte": /(t10k|test)[-_]labels/i,
};

/** Reads the four IDX files of a folder, plain or gzip; `shown` names the folder in errors. */
export async function readPictureFolder(folder: string, shown: string = folder): Promise<PictureFiles> {
  const names = await namesIn(folder, shown);
  const files = await allInOrder(
    IDX_FILES.map(async (file) => {
      const found = names.filter((name) => NAMES[file].test(name));
      const [only, ...others] = found;
      if (only === undefined)
        throw new DatasetError(
          "dataset_missing",
          `${shown}: there is no ${file}, plain or .gz; the folder holds ${names.slice(0, 8).join(", ") || "nothing"}`,
        );
      if (others.length > 0)
        throw new DatasetError(
          "dataset_refused",
          `${shown}: ${found.join(" and ")} may all be ${file}; put each dataset into a separate folder`,
        );
      return [file, await readUnpacked(join(folder, only), join(shown, only))] as const;
    }),
  );
  return Object.fromEntries(files) as PictureFiles;
}

async function namesIn(folder: string, shown: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DatasetError("dataset_missing", `${shown}: cannot be read (${why})`, { cause });
  }
}
