import { existsSync } from "node:fs";
import { aboutEntry } from "./about-entry.js";
import { cacheFolder } from "./cache/cache-folder.js";
import { keptNames, readCard } from "./cache/kept-cards.js";
import { datasetCatalog } from "./catalog.js";
import type { DatasetAbout, LoadOptions } from "./dataset-entry.js";

/** A dataset that a sweep file can name, and whether it can be loaded without the network. */
export interface ListedDataset extends DatasetAbout {
  /**
   * `built_in`: comes with actbench; `system`: a package of the operating system; `kept`: fetched or imported
   * before.
   */
  readonly where: "built_in" | "system" | "kept" | "not_here";
}

/** Every dataset of the catalog, in its order, then those fetched or imported under custom names. */
export async function listDatasets({
  cache = cacheFolder(),
}: LoadOptions = {}): Promise<readonly ListedDataset[]> {
  const kept = await keptNames(cache);
  const listed = datasetCatalog.map((entry): ListedDataset => {
    const about = aboutEntry(entry);
    if (entry.download === undefined) return { ...about, where: "built_in" };
    if (kept.includes(entry.name)) return { ...about, where: "kept" };
    return { ...about, where: existsSync(entry.download.folder ?? "") ? "system" : "not_here" };
  });
  const own: ListedDataset[] = [];
  for (const name of kept.filter((one) => !datasetCatalog.some((entry) => entry.name === one))) {
    const card = await readCard(cache, name);
    if (card !== undefined) own.push({ ...card.about, where: "kept" });
  }
  return [...listed, ...own];
}
