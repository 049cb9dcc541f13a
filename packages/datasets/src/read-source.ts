import { basename, resolve } from "node:path";
import type { DataSource } from "@actbench/core";
import type { DatasetParts } from "./build-dataset.js";
import type { DatasetAbout } from "./dataset-entry.js";
import { DatasetError } from "./dataset-error.js";
import type { NamedBytes } from "./files/named-bytes.js";
import { readUnpacked } from "./files/read-unpacked.js";
import { sha256Of } from "./files/sha256-of.js";
import { readPictureFolder } from "./pictures/picture-folder.js";
import { pictureParts } from "./pictures/picture-parts.js";
import { type NpyArray, parseNpy } from "./tables/npy.js";
import { npyTable } from "./tables/npy-table.js";
import { readCsv } from "./tables/read-csv.js";
import { readNpz } from "./tables/read-npz.js";
import { rescale } from "./tables/rescale.js";
import type { Table } from "./tables/table.js";
import { tableParts } from "./tables/table-parts.js";

/** The rows of a source, what is known of them, and the SHA-256 of the unpacked files they were read from. */
export interface SourceParts {
  readonly parts: DatasetParts;
  readonly about: DatasetAbout;
  readonly sha256: Readonly<Record<string, string>>;
}

/** One or two tables, and the files they were read from. */
interface ReadTables {
  readonly tables: readonly [Table, Table?];
  readonly files: readonly NamedBytes[];
}

/** Reads data of one's own; paths are relative to `folder`. Throws a `DatasetError` that names file, row and cell. */
export async function readSource(name: string, source: DataSource, folder: string): Promise<SourceParts> {
  const { csv, npy, npz, idx } = source;
  const read = (path: string): Promise<NamedBytes> => readUnpacked(resolve(folder, path), path);
  if (idx !== undefined) {
    const files = await readPictureFolder(resolve(folder, idx), idx);
    const { parts, image } = pictureParts(name, files);
    const about = aboutSource(name, [idx], parts);
    const { rescale: how = "none" } = source;
    return { parts: rescale(parts, how), about: { ...about, image }, sha256: hashes(Object.values(files)) };
  }
  const readers = [
    ...(csv === undefined ? [] : [() => csvTables([csv].flat(), source, read)]),
    ...(npy === undefined ? [] : [() => npyTables(npy, read)]),
    ...(npz === undefined ? [] : [() => npzTables(npz, read)]),
  ];
  const [reader] = readers;
  if (reader === undefined)
    throw new DatasetError("dataset_refused", "a source is one of csv, npy, npz and idx; there is none");
  const { tables, files } = await reader();
  const { parts, classNames } = tableParts(name, tables, source);
  const [{ inputNames, image }] = tables;
  const about: DatasetAbout = {
    ...aboutSource(
      name,
      files.map(({ file }) => file),
      parts,
    ),
    classNames,
    ...(inputNames === undefined ? {} : { inputNames }),
    ...(image === undefined ? {} : { image }),
  };
  return { parts, about, sha256: hashes(files) };
}

async function csvTables(
  paths: readonly string[],
  source: DataSource,
  read: (path: string) => Promise<NamedBytes>,
): Promise<ReadTables> {
  const { target, inputs, ignore = [], header, decimal = ".", encoding } = source;
  const { delimiter = defaultDelimiter(paths) } = source;
  const format = { header, delimiter, decimal, encoding, target, inputs, ignore };
  const files = await Promise.all(paths.map(read));
  return {
    tables: oneOrTwo(
      files.map((file) => readCsv(file, format)),
      "csv",
    ),
    files,
  };
}

function defaultDelimiter([first = ""]: readonly string[]): string {
  return /\.(tsv|tab)(\.gz)?$/i.test(first) ? "\t" : ",";
}

async function npyTables(
  paths: readonly string[],
  read: (path: string) => Promise<NamedBytes>,
): Promise<ReadTables> {
  const files = await Promise.all(paths.map(read));
  return { tables: arrayTables(files.map(parseNpy), "npy"), files };
}

async function npzTables(path: string, read: (path: string) => Promise<NamedBytes>): Promise<ReadTables> {
  const file = await read(path);
  return { tables: arrayTables(await readNpz(file), "npz"), files: [file] };
}

function arrayTables([x, y, xTest, yTest]: readonly NpyArray[], kind: string): readonly [Table, Table?] {
  const test = xTest !== undefined && yTest !== undefined ? [npyTable(xTest, yTest)] : [];
  return oneOrTwo([...(x !== undefined && y !== undefined ? [npyTable(x, y)] : []), ...test], kind);
}

function oneOrTwo([table, test, ...more]: readonly Table[], kind: string): readonly [Table, Table?] {
  if (table === undefined || more.length > 0)
    throw new DatasetError("dataset_refused", `${kind}: give the training rows, or training and test rows`);
  return test === undefined ? [table] : [table, test];
}

function aboutSource(
  name: string,
  files: readonly string[],
  { inputs, classes }: DatasetParts,
): DatasetAbout {
  return {
    name,
    description: `Rows of ${inputs} inputs in ${classes} classes.`,
    // Names alone: a report may be sent to others.
    source: `own data: ${files.map((file) => basename(file)).join(", ")}`,
    license: "not stated",
  };
}

function hashes(files: readonly NamedBytes[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ file, bytes }) => [basename(file), sha256Of(bytes)]));
}
