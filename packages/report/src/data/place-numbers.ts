import type { Path } from "./field-of.js";
import { ReportDataError } from "./report-data-error.js";

type Container = Record<string | number, unknown>;

/**
 * Puts one number of each column to its place: in an object that is there, or in a new one. A column without
 * a number leaves no trace.
 */
export type PlaceNumbers = (numberOf: (column: number) => number | undefined, into?: object) => object;

type Build = (values: readonly unknown[]) => Container;

interface Node {
  readonly key: string | number;
  readonly children: Node[];
  column: number | undefined;
  /** By which of the children have a value: what makes a container of these. */
  readonly builds: Map<string, Build>;
}

/**
 * Learns places once, for many objects. Containers on the way are made where they are not; a list where a key
 * is a number.
 */
export function placeNumbers(paths: readonly Path[]): PlaceNumbers {
  const root: Node = { key: "", children: [], column: undefined, builds: new Map() };
  paths.forEach((path, column) => {
    let node = root;
    for (const key of path) {
      let child = node.children.find((one) => one.key === key);
      if (child === undefined) {
        child = { key, children: [], column: undefined, builds: new Map() };
        node.children.push(child);
      }
      node = child;
    }
    node.column = column;
  });
  for (const path of paths) refuseHybrid(root, path);

  const valueAt = (node: Node, numberOf: (column: number) => number | undefined, start: unknown): unknown => {
    if (node.column !== undefined) return numberOf(node.column);
    const there = isContainer(start) ? start : undefined;
    const known = (key: string | number): unknown =>
      there !== undefined && Object.hasOwn(there, key) ? there[key] : undefined;
    const values = node.children.map((child) => valueAt(child, numberOf, known(child.key)));
    if (there === undefined) return built(node, values);
    node.children.forEach(({ key }, i) => {
      if (values[i] !== undefined) there[key] = values[i];
    });
    return there;
  };
  return (numberOf, into) => {
    const placed = valueAt(root, numberOf, into);
    return isContainer(placed) ? placed : {};
  };
}

/** A container of the values that are there; undefined where none is. */
function built({ children, builds }: Node, values: readonly unknown[]): Container | undefined {
  let which = "";
  for (const value of values) which += value === undefined ? "0" : "1";
  if (!which.includes("1")) return undefined;
  let build = builds.get(which);
  if (build === undefined) {
    build = buildOf(children, values);
    builds.set(which, build);
  }
  return build(values);
}

/** Makes objects of one shape, or lists. */
function buildOf(children: readonly Node[], first: readonly unknown[]): Build {
  const present = children.flatMap(({ key }, i) => (first[i] === undefined ? [] : [[key, i] as const]));
  if (present.every(([key], at) => key === at)) return (values) => listOf(present.map(([, i]) => values[i]));
  if (present.some(([key]) => typeof key === "number"))
    return (values) =>
      Object.assign(listOf([]), Object.fromEntries(present.map(([key, i]) => [key, values[i]])));
  return shapeOf(present);
}

/**
 * Makes plain objects by a function of their own, which the engine soon knows to need room for these keys and
 * no more. What is built key by key from nothing takes twice the memory, and a page has millions.
 */
function shapeOf(places: readonly (readonly [key: string | number, value: number])[]): Build {
  function Shape(this: Container, values: readonly unknown[]): void {
    for (const [key, i] of places) this[key] = values[i];
  }
  Shape.prototype = Object.prototype;
  return (values) => Reflect.construct(Shape, [values]) as Container;
}

/** A list is a container by its indices. */
function listOf(values: unknown[]): Container {
  return values as unknown as Container;
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
