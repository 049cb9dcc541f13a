import { basename, resolve } from "node:path";
import type { DataSource } from "@actbench/core/internal";
import type { DatasetParts } from "./build-dataset.js";
import type { DatasetAbout } from "./dataset-entry.js";
import type { NamedBytes } from "./files/named-bytes.js";
import { readUnpacked } from "./files/read-unpacked.js";
import { sha256Of } from "./files/sha256-of.js";
import { readPictureFolder } from "./pictures/picture-folder.js";
import { pictureParts } from "./pictures/picture-parts.js";
import { readTables } from "./tables/read-tables.js";
import { rescale } from "./tables/rescale.js";
import { numbersRows } from "./tables/row-numbers.js";
import type { Table, Tables } from "./tables/table.js";
import { tableParts } from "./tables/table-parts.js";

/** The rows of a source, what is known of them, and the SHA-256 of the unpacked files they were read from. */
export interface SourceParts {
  readonly parts: DatasetParts;
  readonly about: DatasetAbout;
  readonly sha256: Readonly<Record<string, string>>;
  /** What a user should know of the reading, a sentence each. */
  readonly remarks: readonly string[];
}

/**
 * Reads custom data; paths are relative to `folder`. Throws a `DatasetError` that names file, row and cell.
 */
export async function readSource(name: string, source: DataSource, folder: string): Promise<SourceParts> {
  const { idx } = source;
  if (idx !== undefined) return readPictures(name, { ...source, idx }, folder);
  const { tables, files, unused } = await readTables(source, (path) =>
    readUnpacked(resolve(folder, path), path),
  );
  const { parts, classNames } = tableParts(name, tables, source);
  const { inputNames, image } = tables.train;
  const names = files.map(({ file }) => file);
  const about: DatasetAbout = {
    ...aboutSource(name, names, parts, unused),
    classNames,
    ...(inputNames === undefined ? {} : { inputNames }),
    ...(image === undefined ? {} : { image }),
  };
  const remarks = [
    ...(unused.length === 0
      ? []
      : [`${names.join(", ")}: not used, for they have no role: ${listed(unused)}`]),
    ...rowNumberRemarks(tables.train),
    ...sameRowsRemarks(tables),
  ];
  return { parts, about, sha256: hashes(files), remarks };
}

async function readPictures(
  name: string,
  { idx, rescale: how = "none" }: DataSource & { readonly idx: string },
  folder: string,
): Promise<SourceParts> {
  const files = await readPictureFolder(resolve(folder, idx), idx);
  const { parts, image } = pictureParts(name, files);
  const about = { ...aboutSource(name, [idx], parts), image };
  return { parts: rescale(parts, how), about, sha256: hashes(Object.values(files)), remarks: [] };
}

function aboutSource(
  name: string,
  files: readonly string[],
  { inputs, classes }: DatasetParts,
  unused: readonly string[] = [],
): DatasetAbout {
  // Names alone: a report may be sent to others.
  const from = files.map((file) => basename(file)).join(", ");
  return {
    name,
    description: `Rows of ${inputs} inputs in ${classes} classes.`,
    source: `own data: ${from}${unused.length === 0 ? "" : `, without ${listed(unused)}`}`,
    license: "not stated",
  };
}

/** For arrays no key can request such a column, so it is reported, not refused. */
function rowNumberRemarks({ features, inputs, inputNames, image, classes, file }: Table): readonly string[] {
  if (inputNames !== undefined || image !== undefined) return [];
  const values = { features, inputs, rows: classes.length };
  const columns = Array.from({ length: inputs }, (_, input) => input).filter((i) => numbersRows(values, i));
  const [first] = columns;
  if (first === undefined) return [];
  return [
    `${file}: column ${first + 1} numbers the rows, which gives the class away where rows lie in order; save the array without it`,
  ];
}

/** The same file for two subsets is most often a slip of the hand. */
function sameRowsRemarks({ train, validation, test }: Tables): readonly string[] {
  const others = [
    { table: validation, what: "validation" },
    { table: test, what: "test" },
  ];
  return others.flatMap(({ table, what }) =>
    table !== undefined && bytesOf(table).equals(bytesOf(train))
      ? [`${table.file}: the ${what} rows are the training rows, so their accuracy is that of the training`]
      : [],
  );
}

function bytesOf({ features }: Table): Buffer {
  return Buffer.from(features.buffer, features.byteOffset, features.byteLength);
}

const MAX_LISTED = 10;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_LISTED).join(", ");
  return names.length > MAX_LISTED ? `${shown} and ${names.length - MAX_LISTED} more` : shown;
}

function hashes(files: readonly NamedBytes[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ file, bytes }) => [basename(file), sha256Of(bytes)]));
}
