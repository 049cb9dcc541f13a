import { nearestName } from "@actbench/core";
import { DatasetError } from "../dataset-error.js";

/** Which columns of a table are what, by name. */
export interface CsvColumns {
  readonly target: string | undefined;
  /** Absent: all but the target and the ignored ones. */
  readonly inputs: readonly string[] | undefined;
  readonly ignore: readonly string[];
}

/** The same by position, from 0. */
export interface Columns {
  readonly names: readonly string[];
  readonly target: number;
  readonly inputs: readonly number[];
}

/** Finds the columns of a table by the names of its header. Throws a `DatasetError` with the nearest name. */
export function chooseColumns(names: readonly string[], wanted: CsvColumns, file: string): Columns {
  const refuse = (what: string): never => {
    throw new DatasetError("dataset_refused", `${file}: ${what}`);
  };
  // A table may have a million columns: looking one up must not walk through the others.
  const places = new Map<string, number>();
  for (const [i, name] of names.entries()) {
    if (places.has(name)) refuse(`row 1: the column ${JSON.stringify(name)} is there twice`);
    places.set(name, i);
  }
  const find = (name: string, as: string): number => {
    const found = places.get(name);
    if (found === undefined) {
      const near = nearestName(name, names);
      const hint =
        near === undefined ? `the columns are ${listed(names)}` : `did you mean ${JSON.stringify(near)}?`;
      return refuse(`there is no column ${JSON.stringify(name)} (${as}); ${hint}`);
    }
    return found;
  };
  if (wanted.target === undefined)
    return refuse(`say which column is the class: target, one of ${listed(names)}`);
  const target = find(wanted.target, "target");
  const ignored = new Set(wanted.ignore.map((name) => find(name, "ignore")));
  const inputs =
    wanted.inputs?.map((name) => find(name, "inputs")) ??
    names.map((_, i) => i).filter((i) => i !== target && !ignored.has(i));
  if (inputs.includes(target)) refuse(`the column ${JSON.stringify(wanted.target)} is both target and input`);
  if (inputs.length === 0) refuse("no column is left to be an input");
  return { names, target, inputs };
}

const MOST_LISTED = 20;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_LISTED).map((name) => JSON.stringify(name));
  return names.length > MOST_LISTED
    ? `${shown.join(", ")} and ${names.length - MOST_LISTED} more`
    : shown.join(", ");
}
