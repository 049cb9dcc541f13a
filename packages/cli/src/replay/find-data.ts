import { dirname } from "node:path";
import type { Dataset, DatasetSpec } from "@actbench/core/internal";
import { DatasetError, type LoadedDataset, listDatasets, loadDataset } from "@actbench/datasets";
import { readDataSources, wantedData } from "@actbench/sweep";
import { isPage } from "../runs/find-run.js";
import { loadOwn } from "../study/load-own.js";
import { shownPath } from "../terminal/shown-path.js";
import { UsageError } from "../usage-error.js";

/** Where the data of a run's trials may be. */
export interface DataPlaces {
  /** The run's folder, or its page. */
  readonly path: string;
  /** The study's resolved sweep file, which may describe custom data. */
  readonly config: string;
  /** Datasets that this process holds. */
  readonly held?: readonly Dataset[];
}

/** A dataset, and what it says of itself where it was loaded by a name or from files. */
export type FoundData = Dataset & Partial<Pick<LoadedDataset, "about">>;

/**
 * The data that a trial was trained on, known by its hash: in memory, by its name, or from the files that the
 * run's sweep file describes, where they lay when it ran, or beside the run. Throws a `UsageError` where it
 * is not to be had.
 */
export async function findData(
  trial: string,
  { name, hash }: Pick<DatasetSpec, "name" | "hash">,
  { path, config, held = [] }: DataPlaces,
): Promise<FoundData> {
  const inMemory = held.find((one) => one.hash === hash);
  if (inMemory !== undefined) return inMemory;
  const was = hash.slice(0, 12);
  const { own } = wantedData({ text: config, file: path });
  const isNamed = (await listDatasets()).some((listed) => listed.name === name);
  if (isNamed) {
    const data = await loadDataset(name);
    if (data.hash === hash) return data;
    if (own?.name !== name)
      throw new UsageError(
        `${trial} was trained on other data: ${name} was ${was}…, here it is ${data.hash.slice(0, 12)}…`,
        `restore the data of ${name}`,
      );
  }
  if (own?.name !== name)
    throw new UsageError(
      `${trial} was trained on ${name}, which is neither in the catalog nor fetched nor imported here`,
      "fetch or import it; actbench datasets list shows what is here",
    );
  const folders = foldersOf(path, name);
  const reasons: string[] = [];
  for (const folder of folders)
    try {
      const data = await loadOwn(own, folder);
      if (data.hash === hash) return data;
      reasons.push(`other data: it was ${was}…, here it is ${data.hash.slice(0, 12)}…`);
    } catch (error) {
      if (!(error instanceof DatasetError)) throw error;
      reasons.push(error.message);
    }
  throw new UsageError(
    `${trial} was trained on files that are not where they were, or not as they were (${reasons[0]})`,
    `put them back as they were, into one of ${folders.map((folder) => shownPath(folder, process.cwd()) || ".").join(", ")}`,
  );
}

/** The folder that the run says, then those around it: a run may have been moved with its project. */
function foldersOf(path: string, name: string): readonly string[] {
  const run = isPage(path) ? dirname(path) : path;
  const said = readDataSources(run)[name];
  return [...new Set([...(said === undefined ? [] : [said]), run, dirname(run), dirname(dirname(run))])];
}
