import { cacheFolder } from "./cache-folder.js";
import { datasetCatalog } from "./catalog.js";
import type { LoadedDataset } from "./dataset-entry.js";
import { DatasetError } from "./dataset-error.js";
import { type FetchedSet, filePath, loadFetched, readFetched, writeFetched } from "./fetched-set.js";
import { type DownloadLimits, gunzipAddress } from "./gunzip-address.js";
import { IDX_FILES, type IdxFile, idxDataset, type NamedBytes } from "./idx-dataset.js";
import { sha256Of } from "./sha256-of.js";
import { writeAtomic } from "./write-atomic.js";

/** Asks for a picture set: four gzipped IDX files with MNIST's names under one address. */
export interface FetchRequest extends Partial<DownloadLimits> {
  /** The name it will have: small letters, digits, `-` and `_`. */
  readonly name: string;
  /** The folder's address; `train-images-idx3-ubyte.gz` and its three sisters lie under it. */
  readonly from: string;
  /** SHA-256 of unpacked files that must come; a file without one is taken as it comes and pinned from then on. */
  readonly sha256?: Readonly<Partial<Record<IdxFile, string>>>;
  readonly description?: string;
  readonly license?: string;
  /** Default: `cacheFolder()`. */
  readonly cache?: string;
}

const MAX_BYTES = 2 ** 30;
const TIMEOUT_S = 300;

/**
 * Downloads a set into the cache and loads it; `loadDataset(name)` finds it from then on, without the
 * network. A set already fetched from the same address is loaded from the cache.
 */
export async function fetchDataset(request: FetchRequest): Promise<LoadedDataset> {
  const { name, sha256: pinned = {}, cache = cacheFolder() } = request;
  const from = request.from.replace(/\/+$/, "");
  checkName(name);
  const known = await readFetched(cache, name);
  if (
    known?.from === from &&
    IDX_FILES.every((file) => (pinned[file] ?? known.sha256[file]) === known.sha256[file])
  )
    return loadFetched(cache, known);

  const files = new Map<IdxFile, NamedBytes>();
  const sha256 = new Map<IdxFile, string>();
  for (const file of IDX_FILES) {
    const address = `${from}/${file}.gz`;
    const { maxBytes = MAX_BYTES, timeout_s = TIMEOUT_S } = request;
    const bytes = await gunzipAddress(address, { maxBytes, timeout_s });
    const found = sha256Of(bytes);
    const expected = pinned[file] ?? found;
    if (found !== expected)
      throw new DatasetError(
        "dataset_fetch",
        `${address}: SHA-256 of the unpacked file is ${found}, expected ${expected}`,
      );
    files.set(file, { file: address, bytes });
    sha256.set(file, found);
  }
  // Built before anything is kept, so that no set enters the cache that cannot be loaded.
  const { dataset, image } = idxDataset(name, Object.fromEntries(files) as Record<IdxFile, NamedBytes>);
  for (const [file, { bytes }] of files) await writeAtomic(filePath(cache, sha256.get(file) ?? ""), bytes);
  const set: FetchedSet = {
    format: 1,
    about: {
      name,
      description: request.description ?? `Pictures of ${image.join(" × ")} in ${dataset.classes} classes.`,
      source: from,
      license: request.license ?? "as stated at its source",
      image,
    },
    from,
    sha256: Object.fromEntries(sha256) as Record<IdxFile, string>,
  };
  await writeFetched(cache, set);
  return { ...dataset, about: set.about };
}

function checkName(name: string): void {
  if (!/^[a-z0-9][a-z0-9_-]{0,63}$/.test(name))
    throw new DatasetError(
      "dataset_refused",
      `"${name}" is no dataset name: 1 to 64 small letters, digits, "-" and "_", not first a sign`,
    );
  if (datasetCatalog.some((entry) => entry.name === name))
    throw new DatasetError("dataset_refused", `"${name}" is in the catalog already; choose another name`);
}
