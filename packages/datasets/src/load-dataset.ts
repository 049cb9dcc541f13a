import { cacheFolder } from "./cache-folder.js";
import { datasetCatalog } from "./catalog.js";
import type { LoadedDataset, LoadOptions } from "./dataset-entry.js";
import { DatasetError } from "./dataset-error.js";
import { fetchedNames, loadFetched, readFetched } from "./fetched-set.js";

/** Loads a dataset of the catalog, or one fetched before, into shared memory. Never touches the network. */
export async function loadDataset(name: string, options: LoadOptions = {}): Promise<LoadedDataset> {
  const entry = datasetCatalog.find((candidate) => candidate.name === name);
  if (entry !== undefined) {
    const { load, ...about } = entry;
    return { ...(await load()), about };
  }
  const cache = options.cache ?? cacheFolder();
  // Names of fetched sets are plain; anything else must not become a path.
  const fetched = /^[a-z0-9_-]+$/.test(name) ? await readFetched(cache, name) : undefined;
  if (fetched !== undefined) return loadFetched(cache, fetched);
  const known = [...datasetCatalog.map((candidate) => candidate.name), ...(await fetchedNames(cache))];
  throw new DatasetError(
    "dataset_unknown",
    `there is no dataset "${name}", neither in the catalog nor fetched: there are ${known.join(", ")}`,
  );
}
