import { type ColumnName, nearestName } from "@actbench/core/internal";
import { DatasetError } from "../dataset-error.js";

/** Which columns of a table are what, by name or by place from 1. */
export interface CsvColumns {
  readonly target: ColumnName | undefined;
  /** Several columns, in place of `target`. */
  readonly targets?: readonly ColumnName[] | undefined;
  /** Absent: all but the target and the ignored ones. */
  readonly inputs: readonly ColumnName[] | undefined;
  /** `""` is every column without a name. */
  readonly ignore: readonly ColumnName[];
}

/** The same by position, from 0. */
export interface Columns {
  readonly names: readonly string[];
  readonly targets: readonly number[];
  readonly inputs: readonly number[];
}

/** Finds the columns of a table by the names of its header. Throws a `DatasetError` with the nearest name. */
export function chooseColumns(names: readonly string[], wanted: CsvColumns, file: string): Columns {
  const refuse = (what: string): never => {
    throw new DatasetError("dataset_refused", `${file}: ${what}`);
  };
  // A table may have a million columns: looking one up must not walk through the others.
  const places = new Map<string, number>();
  const nameless: number[] = [];
  for (const [i, name] of names.entries()) {
    if (name === "") nameless.push(i);
    else if (places.has(name)) refuse(`row 1: the column ${JSON.stringify(name)} occurs twice`);
    places.set(name, i);
  }
  const find = (wish: ColumnName, as: string): number => {
    if (wish === "" && nameless.length > 1)
      refuse(`${nameless.length} columns have no name; give the position of the right one (${as})`);
    const named = places.get(`${wish}`);
    const placed = placeOf(wish, names);
    if (typeof wish === "number" && named !== undefined && placed !== undefined && named !== placed)
      refuse(
        `${as}: ${wish} may be ${described(placed, names)} or ${described(named, names)}; write ${JSON.stringify(names[placed])} or ${JSON.stringify(names[named])}, in quotes`,
      );
    const found = named ?? placed;
    if (found !== undefined) return found;
    const near = /^\d+$/.test(`${wish}`) ? undefined : nearestName(`${wish}`, names);
    const hint =
      near === undefined
        ? `the ${names.length} columns are ${listed(names)}`
        : `did you mean ${JSON.stringify(near)}?`;
    return refuse(`there is no column ${JSON.stringify(wish)} (${as}); ${hint}`);
  };
  if (wanted.target !== undefined && wanted.targets !== undefined)
    return refuse("target and targets both define what to predict; remove one of them");
  const asked = wanted.targets ?? (wanted.target === undefined ? [] : [wanted.target]);
  if (asked.length === 0)
    return refuse(
      `state which column is the class or the number to predict: target, one of ${listed(names)}`,
    );
  const targets = asked.map((wish) => find(wish, wanted.targets === undefined ? "target" : "targets"));
  const isTarget = new Set<number>();
  for (const i of targets) {
    if (isTarget.has(i)) refuse(`the column ${JSON.stringify(names[i])} occurs twice in targets`);
    isTarget.add(i);
  }
  const ignored = new Set(
    wanted.ignore.flatMap((wish) => (wish === "" && nameless.length > 0 ? nameless : find(wish, "ignore"))),
  );
  for (const i of targets)
    if (ignored.has(i)) refuse(`the column ${JSON.stringify(names[i])} is both target and ignored`);
  const inputs =
    wanted.inputs?.map((wish) => find(wish, "inputs")) ??
    names.map((_, i) => i).filter((i) => !isTarget.has(i) && !ignored.has(i));
  const seen = new Set<number>();
  for (const i of inputs) {
    if (seen.has(i)) refuse(`the column ${JSON.stringify(names[i])} occurs twice in inputs`);
    seen.add(i);
  }
  for (const i of targets)
    if (seen.has(i)) refuse(`the column ${JSON.stringify(names[i])} is both target and input`);
  if (inputs.length === 0) refuse("no column is left to be an input");
  return { names, targets, inputs };
}

/** The position that a place from 1 is; a text of digits may be one, as on a command line. */
function placeOf(wish: ColumnName, names: readonly string[]): number | undefined {
  if (typeof wish === "string" && !/^[1-9]\d{0,8}$/.test(wish)) return undefined;
  const place = Number(wish) - 1;
  return place < names.length ? place : undefined;
}

function described(position: number, names: readonly string[]): string {
  return `the column ${JSON.stringify(names[position])} at position ${position + 1}`;
}

const MAX_LISTED = 20;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_LISTED).map((name) => JSON.stringify(name));
  return names.length > MAX_LISTED
    ? `${shown.join(", ")} and ${names.length - MAX_LISTED} more`
    : shown.join(", ");
}
