import { datasetCatalog } from "../catalog.js";
import type { DatasetEntry } from "../dataset-entry.js";
import { DatasetError } from "../dataset-error.js";

/**
 * The catalog's entry of a name under which a set may be kept: one that has to be had from elsewhere;
 * undefined for a custom name. Throws a `DatasetError` for an invalid name, or the name of a built-in
 * dataset.
 */
export function nameToKeep(name: string): DatasetEntry | undefined {
  if (!/^[a-z0-9][a-z0-9_-]{0,63}$/.test(name))
    throw new DatasetError(
      "dataset_refused",
      `"${name}" is not a valid dataset name: use 1 to 64 lowercase letters, digits, "-" and "_", starting with a letter or digit`,
    );
  const entry = datasetCatalog.find((candidate) => candidate.name === name);
  if (entry !== undefined && entry.download === undefined)
    throw new DatasetError("dataset_refused", `"${name}" is in the catalog already; choose another name`);
  return entry;
}
