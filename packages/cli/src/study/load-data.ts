import type { DatasetFacts } from "@actbench/core/internal";
import {
  cacheFault,
  DatasetError,
  factsOf,
  type LoadedDataset,
  listDatasets,
  loadDataset,
} from "@actbench/datasets";
import type { WantedData } from "@actbench/sweep";
import { loadOwn } from "./load-own.js";

/** The data a sweep file asks for, as far as it could be loaded. */
export interface LoadedData {
  readonly datasets: readonly LoadedDataset[];
  /** What `loadSweep` needs to know of data: what is loaded, what could be, and why something is not. */
  readonly catalogs: {
    readonly datasets: readonly DatasetFacts[];
    readonly datasetNames: readonly string[];
    readonly datasetFaults: ReadonlyMap<string, string>;
  };
  /** Why kept sets are not among those that could be; absent: they are. */
  readonly cacheFault?: string;
}

/**
 * Loads what a sweep file names or describes; `folder` is the file's. A set that cannot be loaded is a fault
 * by its name.
 */
export async function loadData({ names, own }: WantedData, folder: string): Promise<LoadedData> {
  const known = new Set((await listDatasets()).map(({ name }) => name));
  const datasets: LoadedDataset[] = [];
  const faults = new Map<string, string>();
  const keep = async (name: string, load: () => Promise<LoadedDataset>): Promise<void> => {
    try {
      datasets.push(await load());
    } catch (error) {
      if (!(error instanceof DatasetError)) throw error;
      faults.set(name, error.message);
    }
  };
  if (own !== undefined) {
    known.add(own.name);
    await keep(own.name, () => loadOwn(own, folder));
  }
  // A name that is not known stays for loadSweep, which reports it with its place.
  for (const name of names)
    if (name !== own?.name && known.has(name)) await keep(name, () => loadDataset(name));
  const fault = await cacheFault();
  return {
    datasets,
    ...(fault === undefined ? {} : { cacheFault: fault }),
    catalogs: { datasets: datasets.map(factsOf), datasetNames: [...known], datasetFaults: faults },
  };
}
