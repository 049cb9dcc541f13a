import type { DataSource } from "@actbench/core/internal";
import { DatasetError } from "../dataset-error.js";
import { allInOrder } from "../files/all-in-order.js";
import type { NamedBytes } from "../files/named-bytes.js";
import { parseNpy } from "./npy.js";
import { npyTable } from "./npy-table.js";
import { readCsv } from "./read-csv.js";
import { readNpz } from "./read-npz.js";
import type { Table, Tables } from "./table.js";

/** The tables of a source, and the files they were read from. */
export interface ReadTables {
  readonly tables: Tables;
  readonly files: readonly NamedBytes[];
  /** What else an archive holds. */
  readonly unused: readonly string[];
}

type Read = (path: string) => Promise<NamedBytes>;

/** Reads the tables of csv, npy or npz files; `read` gives a file's bytes. */
export async function readTables(source: DataSource, read: Read): Promise<ReadTables> {
  const { csv, npy, npz } = source;
  if (csv !== undefined) return csvTables([csv].flat(), source, read);
  if (npy !== undefined) return npyTables(npy, source, read);
  if (npz === undefined)
    throw new DatasetError("dataset_refused", "a source is one of csv, npy, npz, idx and png; none is given");
  const file = await read(npz);
  return { ...(await readNpz(file, source)), files: [file] };
}

async function csvTables(paths: readonly string[], source: DataSource, read: Read): Promise<ReadTables> {
  const { target, targets, task, inputs, ignore = [], header, decimal = ".", encoding } = source;
  const { delimiter = defaultDelimiter(paths) } = source;
  const format = { header, delimiter, decimal, encoding, target, targets, task, inputs, ignore };
  const files = await allInOrder(paths.map(read));
  const [train, test, ...more] = files.map((file) => readCsv(file, format));
  return { tables: oneOrTwo(train, test, more, "csv"), files, unused: [] };
}

function defaultDelimiter([first = ""]: readonly string[]): string {
  return /\.(tsv|tab)(\.gz)?$/i.test(first) ? "\t" : ",";
}

async function npyTables(paths: readonly string[], { task }: DataSource, read: Read): Promise<ReadTables> {
  const files = await allInOrder(paths.map(read));
  const [x, y, xTest, yTest, ...more] = files.map(parseNpy);
  const train = x !== undefined && y !== undefined ? npyTable(x, y, task) : undefined;
  const test = xTest !== undefined && yTest !== undefined ? npyTable(xTest, yTest, task) : undefined;
  return { tables: oneOrTwo(train, test, more, "npy"), files, unused: [] };
}

function oneOrTwo(
  train: Table | undefined,
  test: Table | undefined,
  more: readonly unknown[],
  kind: string,
): Tables {
  if (train === undefined || more.length > 0)
    throw new DatasetError("dataset_refused", `${kind}: give the training rows, or training and test rows`);
  return { train, ...(test && { test }) };
}
