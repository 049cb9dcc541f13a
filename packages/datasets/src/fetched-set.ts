import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DatasetAbout, LoadedDataset } from "./dataset-entry.js";
import { DatasetError } from "./dataset-error.js";
import { IDX_FILES, type IdxFile, idxDataset, type NamedBytes } from "./idx-dataset.js";
import { readVerified } from "./read-verified.js";
import { writeAtomic } from "./write-atomic.js";

/** A fetched set as its card in the cache records it; the files are kept under their SHA-256. */
export interface FetchedSet {
  readonly format: 1;
  readonly about: DatasetAbout;
  /** The folder's address the files came from. */
  readonly from: string;
  readonly sha256: Readonly<Record<IdxFile, string>>;
}

const cardPath = (cache: string, name: string) => join(cache, "datasets", `${name}.json`);
/** Where the raw file of a SHA-256 is kept: a set that is fetched anew never spoils the one in use. */
export const filePath = (cache: string, sha256: string) => join(cache, "files", `${sha256}.idx`);

/** The card of a fetched set; undefined where none of that name was fetched. */
export async function readFetched(cache: string, name: string): Promise<FetchedSet | undefined> {
  const path = cardPath(cache, name);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  return parseCard(text, path);
}

/** Names of all fetched sets in a cache folder, sorted; none where there is no such folder. */
export async function fetchedNames(cache: string): Promise<string[]> {
  try {
    const files = await readdir(join(cache, "datasets"));
    return files
      .filter((file) => file.endsWith(".json"))
      .map((file) => file.slice(0, -".json".length))
      .sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

const isMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";

/** Records a fetched set; its files must be in the cache already. */
export async function writeFetched(cache: string, set: FetchedSet): Promise<void> {
  await writeAtomic(cardPath(cache, set.about.name), `${JSON.stringify(set, null, 2)}\n`);
}

/** Loads a fetched set from the cache, every file checked by SHA-256. */
export async function loadFetched(cache: string, set: FetchedSet): Promise<LoadedDataset> {
  const { about, from, sha256 } = set;
  const files: [IdxFile, NamedBytes][] = [];
  for (const file of IDX_FILES) {
    const path = filePath(cache, sha256[file]);
    const cure = `delete it and fetch ${about.name} again from ${from}`;
    files.push([file, await readVerified({ path, sha256: sha256[file], cure })]);
  }
  const { dataset } = idxDataset(about.name, Object.fromEntries(files) as Record<IdxFile, NamedBytes>);
  return { ...dataset, about };
}

function parseCard(text: string, path: string): FetchedSet {
  try {
    const card = JSON.parse(text) as Partial<FetchedSet>;
    const whole =
      card.format === 1 &&
      typeof card.about?.name === "string" &&
      typeof card.from === "string" &&
      IDX_FILES.every((file) => /^[0-9a-f]{64}$/.test(card.sha256?.[file] ?? ""));
    if (whole) return card as FetchedSet;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new DatasetError(
    "dataset_damaged",
    `${path}: not a card of format 1; delete it and fetch the set again`,
  );
}
