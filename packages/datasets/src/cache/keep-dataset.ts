import { join } from "node:path";
import { buildDataset, type DatasetParts } from "../build-dataset.js";
import type { DatasetAbout, LoadedDataset } from "../dataset-entry.js";
import { writeAtomic } from "../files/write-atomic.js";
import { writeCard } from "./kept-cards.js";
import type { KeptSet, Origin } from "./kept-set.js";

/** Where the rows of a dataset of this hash are kept: replacing a dataset never damages the one in use. */
export const rowsPath = (cache: string, hash: string): string => join(cache, "rows", `${hash}.bin`);

/**
 * Keeps a dataset in the cache; `loadDataset(about.name)` finds it from then on. Rows are written before the
 * card, each whole or not at all: features of training, validation and test rows, without padding; then
 * labels alike, u16; then numbers to predict, f64.
 */
export async function keepDataset(
  cache: string,
  parts: DatasetParts,
  { about, origin }: { readonly about: DatasetAbout; readonly origin: Origin },
): Promise<LoadedDataset> {
  // Built before anything is kept, so that no set enters the cache that cannot be loaded.
  const dataset = buildDataset({ ...parts, name: about.name });
  const { kind, inputs, classes, trainRows, validationRows, testRows, hash } = dataset;
  const { train, validation, test } = parts;
  const subsets = [train, validation ?? [], test].flat();
  const pieces = [
    ...subsets.map(({ features }) => bytesOf(features)),
    ...subsets.map(({ labels }) => bytesOf(Uint16Array.from(labels))),
    ...subsets.flatMap(({ values }) => (values === undefined ? [] : [bytesOf(values)])),
  ];
  await writeAtomic(rowsPath(cache, hash), Buffer.concat(pieces));
  const own = validationRows === undefined ? {} : { validationRows };
  const shape = { kind, inputs, classes, trainRows, ...own, testRows };
  const { targets, heldOut } = parts;
  const format = targets !== undefined ? 4 : validationRows === undefined ? 2 : 3;
  const set: KeptSet = {
    format,
    about,
    origin,
    shape,
    ...(targets === undefined ? {} : { targets }),
    ...(heldOut ? { heldOut } : {}),
    hash,
  };
  await writeCard(cache, set);
  return { ...dataset, about };
}

function bytesOf(array: Uint8Array | Uint16Array | Float32Array | Float64Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
