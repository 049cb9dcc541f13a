import { basename, resolve } from "node:path";
import type { DataSource } from "@actbench/core/internal";
import type { DatasetParts } from "./build-dataset.js";
import { scaleOf } from "./column-scale.js";
import type { DatasetAbout } from "./dataset-entry.js";
import type { NamedBytes } from "./files/named-bytes.js";
import { readUnpacked } from "./files/read-unpacked.js";
import { sha256Of } from "./files/sha256-of.js";
import { readPictureFolder } from "./pictures/picture-folder.js";
import { pictureParts } from "./pictures/picture-parts.js";
import { pixelParts } from "./pictures/pixel-parts.js";
import { readPng } from "./pictures/read-png.js";
import { keyText } from "./tables/key-text.js";
import { quoted } from "./tables/quoted.js";
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
export async function readDataSource(name: string, source: DataSource, folder: string): Promise<SourceParts> {
  const { idx, png } = source;
  if (png !== undefined) return readPicture(name, { ...source, png }, folder);
  if (idx !== undefined) return readPictures(name, { ...source, idx }, folder);
  const { tables, files, unused } = await readTables(source, (path) =>
    readUnpacked(resolve(folder, path), path),
  );
  const { parts, classNames, remarks: told } = tableParts(name, tables, source);
  const { inputNames, image } = tables.train;
  const names = files.map(({ file }) => file);
  const about: DatasetAbout = {
    ...aboutSource(name, names, parts, unused),
    ...(classNames === undefined ? {} : { classNames }),
    ...(inputNames === undefined ? {} : { inputNames }),
    ...(image === undefined ? {} : { image }),
  };
  const remarks = [
    ...told,
    ...(source.rescale === undefined || source.rescale === "none" ? scaleRemarks(name, parts) : []),
    ...(unused.length === 0
      ? []
      : [`${names.join(", ")}: not used, because they have no role: ${listed(unused)}`]),
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

async function readPicture(
  name: string,
  { png, ...source }: DataSource & { readonly png: string },
  folder: string,
): Promise<SourceParts> {
  const file = await readUnpacked(resolve(folder, png), png);
  const picture = await readPng(file);
  const parts = pixelParts(name, picture, source);
  const { width, height } = picture;
  const about: DatasetAbout = {
    ...aboutSource(name, [png], parts),
    description: `The pixels of a picture of ${width} × ${height}; predict ${(parts.targets?.names ?? []).join(", ")} from 0 to 1 at a place.`,
    inputNames: ["x", "y"],
  };
  return { parts, about, sha256: hashes([file]), remarks: [] };
}

function aboutSource(
  name: string,
  files: readonly string[],
  { inputs, classes, targets }: DatasetParts,
  unused: readonly string[] = [],
): DatasetAbout {
  // Names alone: a report may be sent to others.
  const from = files.map((file) => basename(file)).join(", ");
  return {
    name,
    description: targets
      ? `Rows of ${inputs} inputs; predict ${listed(targets.names)}.`
      : `Rows of ${inputs} inputs in ${classes} classes.`,
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
    `${file}: column ${first + 1} numbers the rows, which gives the class away if rows are sorted; save the array without it`,
  ];
}

/** Gradients grow with the scale of what is predicted. */
const USUAL_DEVIATION = { least: 0.1, most: 10 };

/** Of numbers to predict that are large or small against the outputs of a new network, which are near 1. */
function scaleRemarks(name: string, { train, targets }: DatasetParts): readonly string[] {
  return (targets?.names ?? []).flatMap((target, column, { length }) => {
    const { width } = scaleOf("standardize", train.values ?? [], { width: length, column });
    if (width >= USUAL_DEVIATION.least && width <= USUAL_DEVIATION.most) return [];
    return [
      `${name}: the target ${quoted(target)} has a standard deviation of ${Number(width.toPrecision(3))}, and networks learn best with values near 1: write ${keyText("rescale", "standardize")}; results stay in the unit of the target`,
    ];
  });
}

/** The same file for two subsets is most often a slip of the hand. */
function sameRowsRemarks({ train, validation, test }: Tables): readonly string[] {
  const others = [
    { table: validation, what: "validation" },
    { table: test, what: "test" },
  ];
  return others.flatMap(({ table, what }) =>
    table !== undefined && bytesOf(table).equals(bytesOf(train))
      ? [
          `${table.file}: the ${what} rows are the same as the training rows, so their accuracy is the training accuracy`,
        ]
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
