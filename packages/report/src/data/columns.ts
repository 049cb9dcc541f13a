import { canonicalJson } from "@actbench/core/internal";
import type { Path } from "./field-of.js";

/** A key of values of one kind, with the number of its column once a number was met there. */
interface PathNode {
  readonly path: Path;
  readonly isLeftOut: boolean;
  readonly children: Map<string | number, PathNode>;
  column: number | undefined;
}

/** Takes values of one kind apart into numbers by place; what is no number is left out. */
export interface Columns {
  /** The place of each column, in the order in which they were met. */
  readonly paths: readonly Path[];
  /** Calls `visit` for every number of a value, with the number of its column. */
  walk(value: unknown, visit: (column: number, value: number) => void): void;
}

/**
 * Columns without a place yet. Nothing at or below a place that is left out is visited; each place is
 * requested once.
 */
export function createColumns(isLeftOut: (path: Path) => boolean): Columns {
  const paths: Path[] = [];
  const placeAt = (path: Path): PathNode => ({
    path,
    isLeftOut: isLeftOut(path),
    children: new Map(),
    column: undefined,
  });
  const below = ({ path, children }: PathNode, key: string | number): PathNode => {
    const known = children.get(key);
    if (known !== undefined) return known;
    const made = placeAt([...path, key]);
    children.set(key, made);
    return made;
  };
  const walk = (place: PathNode, value: unknown, visit: (column: number, value: number) => void): void => {
    if (place.isLeftOut) return;
    if (typeof value === "number") {
      place.column ??= paths.push(place.path) - 1;
      visit(place.column, value);
    } else if (Array.isArray(value))
      for (let i = 0; i < value.length; i++) walk(below(place, i), value[i], visit);
    else if (isObject(value)) for (const key in value) walk(below(place, key), value[key], visit);
  };
  const root = placeAt([]);
  return { paths, walk: (value, visit) => walk(root, value, visit) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/**
 * The numbers of columns in an order that neither keys' nor records' order decides: that of their places as
 * JSON.
 */
export function sortedColumns(paths: readonly Path[]): readonly number[] {
  return paths
    .map((path, column) => [canonicalJson(path), column] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, column]) => column);
}
