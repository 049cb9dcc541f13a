import type { DataSource } from "@actbench/core/internal";
import { buildDataset } from "./build-dataset.js";
import { datasetCatalog } from "./catalog.js";
import type { LoadedDataset } from "./dataset-entry.js";
import { DatasetError } from "./dataset-error.js";
import { readDataSource } from "./read-data-source.js";

/**
 * Loads custom data into shared memory under a name that no set of the catalog has; paths are relative to
 * `folder`. The same files and settings give the same bits, and so the same hash, on every machine.
 */
export async function loadSource(name: string, source: DataSource, folder: string): Promise<LoadedDataset> {
  if (datasetCatalog.some((entry) => entry.name === name))
    throw new DatasetError(
      "dataset_refused",
      `"${name}" is a dataset of the catalog; give your data another name (dataset.name)`,
    );
  const { parts, about, remarks } = await readDataSource(name, source, folder);
  return { ...buildDataset(parts), about, remarks };
}
