import { stat } from "node:fs/promises";
import { buildDataset } from "../build-dataset.js";
import type { LoadedDataset } from "../dataset-entry.js";
import { DatasetError } from "../dataset-error.js";
import { readBounded } from "../files/read-bounded.js";
import type { Rows } from "../rows.js";
import { rowsPath } from "./keep-dataset.js";
import type { KeptSet } from "./kept-set.js";

/** Loads a kept set; throws a `DatasetError` where its rows are missing or are not those that were kept. */
export async function loadKept(cache: string, set: KeptSet): Promise<LoadedDataset> {
  const { about, shape, hash, origin } = set;
  const path = rowsPath(cache, hash);
  const cure = `delete it, and fetch or import ${about.name} again from ${origin.from}`;
  const { inputs, trainRows, validationRows = 0, testRows } = shape;
  const count = trainRows + validationRows + testRows;
  const rowBytes = inputs * (shape.kind === "f32" ? 4 : 1);
  const { targets } = set;
  const width = targets?.names.length ?? 0;
  const size = count * (rowBytes + 2 + 8 * width);
  const bytes = await readRows(path, size, cure);
  const firstValue = count * (rowBytes + 2);
  const labels = new Uint16Array(bytes.slice(count * rowBytes, firstValue).buffer);
  const values = new Float64Array(bytes.slice(firstValue).buffer);
  const rows = (first: number, end: number): Rows => {
    const features = bytes.subarray(first * rowBytes, end * rowBytes);
    return {
      features:
        shape.kind === "u8"
          ? features
          : new Float32Array(bytes.buffer, first * rowBytes, (end - first) * inputs),
      labels: labels.subarray(first, end),
      ...(width > 0 ? { values: values.subarray(first * width, end * width) } : {}),
    };
  };
  const { name } = about;
  const firstTest = trainRows + validationRows;
  const dataset = buildDataset({
    name,
    inputs,
    classes: shape.classes,
    train: rows(0, trainRows),
    ...(shape.validationRows === undefined ? {} : { validation: rows(trainRows, firstTest) }),
    test: rows(firstTest, count),
    ...(targets === undefined ? {} : { targets }),
    ...(set.heldOut ? { heldOut: true } : {}),
  });
  if (dataset.hash !== hash)
    throw new DatasetError(
      "dataset_damaged",
      `${path}: the rows have hash ${dataset.hash}, expected ${hash}; ${cure}`,
    );
  return { ...dataset, about };
}

/** The bytes of kept rows; all but the expected number of them is damage, and nothing more is read. */
async function readRows(path: string, size: number, cure: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const { size: held } = await stat(path);
    if (held !== size) throw new DatasetError("dataset_damaged", `${path}: ${held} bytes, expected ${size}`);
    return await readBounded(path, path, size);
  } catch (cause) {
    if (cause instanceof DatasetError)
      throw new DatasetError(cause.code, `${cause.message}; ${cure}`, { cause });
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DatasetError("dataset_missing", `${path}: cannot be read (${why}); ${cure}`, { cause });
  }
}
