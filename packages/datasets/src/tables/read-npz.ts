import type { DataSource } from "@actbench/core/internal";
import { DatasetError } from "../dataset-error.js";
import type { NamedBytes } from "../files/named-bytes.js";
import { MAX_BYTES } from "../files/read-bounded.js";
import { type ArrayPair, arrayRoles } from "./array-roles.js";
import { parseNpy } from "./npy.js";
import { npyTable } from "./npy-table.js";
import { openArchive } from "./open-archive.js";
import type { Table, Tables } from "./table.js";

/** The tables of an archive, and the names of members that are none of them. */
export interface NpzTables {
  readonly tables: Tables;
  readonly unused: readonly string[];
}

/**
 * Reads a `.npz` archive, whose arrays are named by their roles. Throws a `DatasetError` where those are not
 * clear.
 */
export async function readNpz(
  archive: NamedBytes,
  { task }: Pick<DataSource, "task"> = {},
  maxBytes: number = MAX_BYTES,
): Promise<NpzTables> {
  const { file } = archive;
  const { names, read } = await openArchive(archive, { what: ".npz archive", maxBytes });
  const arrays = names.filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length));
  const roles = arrayRoles(arrays);
  if (typeof roles === "string") throw new DatasetError("dataset_refused", `${file}: ${roles}`);
  const { train, validation, test } = roles;
  const pairs = [train, validation ?? [], test ?? []].flat();
  const wanted = pairs.flatMap(({ inputs, classes }) => [inputs, classes]);
  const members = await read(wanted.map((name) => `${name}${ENDING}`));
  const array = (name: string) =>
    parseNpy({ file: `${file}/${name}`, bytes: members[wanted.indexOf(name)] ?? new Uint8Array() });
  const tableOf = ({ inputs, classes }: ArrayPair): Table => npyTable(array(inputs), array(classes), task);
  return {
    tables: {
      train: tableOf(train),
      ...(validation && { validation: tableOf(validation) }),
      ...(test && { test: tableOf(test) }),
    },
    unused: [...roles.unused, ...names.filter((name) => !name.endsWith(ENDING))],
  };
}

const ENDING = ".npy";
