import { aboutEntry } from "../about-entry.js";
import type { DatasetAbout, LoadedDataset } from "../dataset-entry.js";
import { DatasetError } from "../dataset-error.js";
import type { NamedBytes } from "../files/named-bytes.js";
import { MAX_BYTES } from "../files/read-bounded.js";
import { checkPins } from "../pictures/check-pins.js";
import { IDX_FILES, type IdxFile, type PictureFiles, pictureParts } from "../pictures/picture-parts.js";
import { cacheFolder } from "./cache-folder.js";
import { type DownloadLimits, gunzipAddress } from "./gunzip-address.js";
import { keepDataset } from "./keep-dataset.js";
import { readCard } from "./kept-cards.js";
import { loadKept } from "./load-kept.js";
import { nameToKeep } from "./name-to-keep.js";

/** Asks for a picture set: four gzipped IDX files with MNIST's names under one address. */
export interface FetchRequest extends Partial<DownloadLimits> {
  /** One of the catalog that is not here yet, or a new name: small letters, digits, `-` and `_`. */
  readonly name: string;
  /**
   * The folder's address; `train-images-idx3-ubyte.gz` and its three sisters lie under it. A set of the
   * catalog has one.
   */
  readonly from?: string | undefined;
  /**
   * SHA-256 of unpacked files that must come; a file without one is taken as it comes and pinned from then
   * on.
   */
  readonly sha256?: Readonly<Partial<Record<IdxFile, string>>>;
  readonly description?: string;
  readonly license?: string;
  /** Default: `cacheFolder()`. */
  readonly cache?: string;
}

const TIMEOUT_S = 300;

/**
 * Downloads a set into the cache and loads it; `loadDataset(name)` finds it from then on, without the
 * network. A set already fetched from the same address is loaded from the cache.
 */
export async function fetchDataset(request: FetchRequest): Promise<LoadedDataset> {
  const { name, cache = cacheFolder(), maxBytes = MAX_BYTES, timeout_s = TIMEOUT_S } = request;
  const entry = nameToKeep(name);
  const from = (request.from ?? entry?.download?.from)?.replace(/\/+$/, "");
  if (from === undefined)
    throw new DatasetError(
      "dataset_refused",
      `"${name}" has no default address; give the folder with --from`,
    );
  const pinned: Readonly<Record<string, string>> = { ...entry?.download?.sha256, ...request.sha256 };
  const known = await readCard(cache, name);
  const isSame = IDX_FILES.every(
    (file) => (pinned[file] ?? known?.origin.sha256[file]) === known?.origin.sha256[file],
  );
  if (known?.origin.from === from && isSame) return loadKept(cache, known);

  const files: [IdxFile, NamedBytes][] = [];
  for (const file of IDX_FILES) {
    const address = `${from}/${file}.gz`;
    files.push([file, { file: address, bytes: await gunzipAddress(address, { maxBytes, timeout_s }) }]);
  }
  const pictures = Object.fromEntries(files) as PictureFiles;
  const sha256 = checkPins(pictures, pinned);
  const { parts, image } = pictureParts(name, pictures);
  const own: DatasetAbout =
    entry === undefined
      ? {
          name,
          description: `Pictures of ${image.join(" × ")} in ${parts.classes} classes.`,
          source: from,
          license: "as stated at its source",
        }
      : aboutEntry(entry);
  const { description = own.description, license = own.license } = request;
  const about = { ...own, description, license, image };
  return keepDataset(cache, parts, { about, origin: { from, sha256 } });
}
