import { existsSync } from "node:fs";
import { aboutEntry } from "./about-entry.js";
import { cacheFault } from "./cache/cache-fault.js";
import { cacheFolder } from "./cache/cache-folder.js";
import { keptNames, readCard } from "./cache/kept-cards.js";
import { loadKept } from "./cache/load-kept.js";
import { datasetCatalog } from "./catalog.js";
import type { DatasetEntry, Download, LoadedDataset, LoadOptions } from "./dataset-entry.js";
import { DatasetError } from "./dataset-error.js";

/**
 * Sets of the catalog that somebody still holds: many sweep files, replays and cards of one process ask for
 * the same.
 */
const inMemory = new Map<string, WeakRef<LoadedDataset>>();

/**
 * Loads a dataset of the catalog, or one fetched or imported before, into shared memory. Never touches the
 * network.
 */
export async function loadDataset(name: string, options: LoadOptions = {}): Promise<LoadedDataset> {
  const { cache = cacheFolder() } = options;
  const entry = datasetCatalog.find((candidate) => candidate.name === name);
  const kept = entry === undefined || entry.download ? await readCard(cache, name) : undefined;
  if (kept !== undefined) return loadKept(cache, kept);
  if (entry !== undefined) {
    if (entry.download !== undefined && !existsSync(entry.download.folder ?? ""))
      throw new DatasetError(
        "dataset_missing",
        `the dataset ${name} is not here; ${wayTo(name, entry.download)}`,
      );
    return inMemory.get(name)?.deref() ?? (await loadEntry(entry));
  }
  const known = new Set([...datasetCatalog.map((candidate) => candidate.name), ...(await keptNames(cache))]);
  const fault = await cacheFault(cache);
  throw new DatasetError(
    "dataset_unknown",
    `there is no dataset "${name}", neither in the catalog nor fetched nor imported: there are ${[...known].join(", ")}` +
      (fault === undefined ? "" : `; ${fault}`),
  );
}

async function loadEntry(entry: DatasetEntry): Promise<LoadedDataset> {
  const loaded = { ...(await entry.load()), about: aboutEntry(entry) };
  inMemory.set(entry.name, new WeakRef(loaded));
  return loaded;
}

/** How a set that is not here can be had. */
function wayTo(name: string, { install }: Download): string {
  const ways = [
    ...(install === undefined ? [] : [`install it (${install})`]),
    `fetch it (actbench datasets fetch ${name})`,
    `import its files (actbench datasets import ${name} FOLDER)`,
  ];
  return ways.join(", or ");
}
