import type { Path } from "./field-of.js";
import { ReportDataError } from "./report-data-error.js";

type Container = Record<string | number, unknown>;

/** Puts one number of each column to its place in an object; a column without a number leaves no trace. */
export type PlaceNumbers = (numberOf: (column: number) => number | undefined, into: object) => void;

interface Node {
  readonly key: string | number;
  readonly children: Node[];
  column: number | undefined;
}

/** Learns places once, for many objects. Containers on the way are made where they are not; a list where a key is a number. */
export function placeNumbers(paths: readonly Path[]): PlaceNumbers {
  const root: Node = { key: "", children: [], column: undefined };
  paths.forEach((path, column) => {
    let node = root;
    for (const key of path) {
      let child = node.children.find((one) => one.key === key);
      if (child === undefined) {
        child = { key, children: [], column: undefined };
        node.children.push(child);
      }
      node = child;
    }
    node.column = column;
  });
  for (const path of paths) refuseHybrid(root, path);

  const valueAt = (node: Node, numberOf: (column: number) => number | undefined, start: unknown): unknown => {
    if (node.column !== undefined) return numberOf(node.column);
    let made = isContainer(start) ? start : undefined;
    for (const child of node.children) {
      const known = made !== undefined && Object.hasOwn(made, child.key) ? made[child.key] : undefined;
      const value = valueAt(child, numberOf, known);
      if (value === undefined) continue;
      made ??= (typeof child.key === "number" ? [] : {}) as Container;
      made[child.key] = value;
    }
    return made;
  };
  return (numberOf, into) => {
    valueAt(root, numberOf, into);
  };
}

function isContainer(value: unknown): value is Container {
  return typeof value === "object" && value !== null;
}

/** A stranger's page may name a place that is number and container at once. */
function refuseHybrid(root: Node, path: Path): void {
  let node: Node | undefined = root;
  for (const key of path) {
    node = node?.children.find((one) => one.key === key);
    if (node?.column !== undefined && node.children.length > 0)
      throw new ReportDataError(`${JSON.stringify(path)} is no place of a number: there are places below it`);
  }
}
