import type { DatasetAbout, DatasetEntry } from "./dataset-entry.js";

/** What an entry says of its dataset, as plain JSON. */
export function aboutEntry({ load: _, download: __, ...about }: DatasetEntry): DatasetAbout {
  return about;
}
