import { canonicalJson } from "@actbench/core";
import type { Path } from "./field-of.js";
import type { Series } from "./series.js";

interface Place {
  readonly path: Path;
  readonly children: Map<string | number, Place>;
}

/** Takes records apart into numbers by place; what is no number is left out. */
export interface Columns {
  /** Calls `visit` for every number of a value. Equal places give the same path object. */
  walk(value: unknown, visit: (path: Path, value: number) => void): void;
}

/** Columns without a place yet. */
export function createColumns(): Columns {
  const root: Place = { path: [], children: new Map() };
  const below = ({ path, children }: Place, key: string | number): Place => {
    const known = children.get(key);
    if (known !== undefined) return known;
    const made: Place = { path: [...path, key], children: new Map() };
    children.set(key, made);
    return made;
  };
  const walk = (place: Place, value: unknown, visit: (path: Path, value: number) => void): void => {
    if (typeof value === "number") visit(place.path, value);
    else if (Array.isArray(value))
      for (let i = 0; i < value.length; i++) walk(below(place, i), value[i], visit);
    else if (isObject(value)) for (const key in value) walk(below(place, key), value[key], visit);
  };
  return { walk: (value, visit) => walk(root, value, visit) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Places in an order that neither keys' nor records' order decides. */
export function sortedPaths(paths: Iterable<Path>): readonly Path[] {
  return Array.from(paths, (path) => [canonicalJson(path), path] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, path]) => path);
}

/** The numbers of some values by place, in the order of the values. */
export function seriesOf(columns: Columns, values: readonly unknown[]): ReadonlyMap<Path, Series> {
  const taken = new Map<Path, (number | undefined)[]>();
  values.forEach((value, i) => {
    columns.walk(value, (path, number) => {
      let series = taken.get(path);
      if (series === undefined) {
        series = Array.from(values, () => undefined);
        taken.set(path, series);
      }
      series[i] = number;
    });
  });
  return taken;
}

type Container = Record<string | number, unknown>;

/** Puts a number back where it stood; containers on the way are made. */
export function putNumber(target: object, path: Path, value: number): void {
  let at = target as Container;
  for (let i = 0; i < path.length - 1; i++) {
    const key = path[i] ?? "";
    const known = Object.hasOwn(at, key) ? at[key] : undefined;
    const next = known ?? (typeof path[i + 1] === "number" ? [] : {});
    at[key] = next;
    at = next as Container;
  }
  at[path.at(-1) ?? ""] = value;
}
