import { resolve } from "node:path";
import type { DataSource } from "@actbench/core/internal";
import { aboutEntry } from "../about-entry.js";
import type { LoadedDataset } from "../dataset-entry.js";
import { DatasetError } from "../dataset-error.js";
import { checkPins } from "../pictures/check-pins.js";
import { readPictureFolder } from "../pictures/picture-folder.js";
import { pictureParts } from "../pictures/picture-parts.js";
import { readDataSource } from "../read-data-source.js";
import { cacheFolder } from "./cache-folder.js";
import { keepDataset } from "./keep-dataset.js";
import { nameToKeep } from "./name-to-keep.js";

/** Imports the user's files under a name, or the files of a catalog dataset that is missing. */
export interface ImportRequest {
  readonly name: string;
  readonly source: DataSource;
  /** Paths of the source are relative to it. */
  readonly folder: string;
  readonly description?: string;
  readonly license?: string;
  /** Default: `cacheFolder()`. */
  readonly cache?: string;
}

/**
 * Reads a source and keeps its rows in the cache; `loadDataset(name)` finds them from then on, without the
 * files.
 */
export async function importDataset(request: ImportRequest): Promise<LoadedDataset> {
  const { name, source, folder, cache = cacheFolder() } = request;
  const entry = nameToKeep(name);
  if (entry?.download !== undefined) {
    if (source.idx === undefined)
      throw new DatasetError(
        "dataset_refused",
        `${name} is an image dataset: give the folder of its four IDX files`,
      );
    const files = await readPictureFolder(resolve(folder, source.idx), source.idx);
    const sha256 = checkPins(files, entry.download.sha256);
    const { parts } = pictureParts(name, files);
    return keepDataset(cache, parts, {
      about: aboutEntry(entry),
      origin: { from: "its four IDX files", sha256 },
    });
  }
  const { parts, about, sha256, remarks } = await readDataSource(name, source, folder);
  const { description = about.description, license = about.license } = request;
  const kept = await keepDataset(cache, parts, {
    about: { ...about, description, license },
    origin: { from: Object.keys(sha256).join(", "), sha256 },
  });
  return { ...kept, remarks };
}
