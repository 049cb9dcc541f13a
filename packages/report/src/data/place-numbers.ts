import type { Path } from "./field-of.js";
import { ReportDataError } from "./report-data-error.js";

type NumberOf = (column: number) => number | undefined;
type Container = Record<string | number, unknown>;

/**
 * Puts one number of each column to its place: in an object that is there, or in a new one. A column without
 * a number leaves no trace.
 */
export type PlaceNumbers = (numberOf: NumberOf, into?: object) => object;

type Build = (values: readonly unknown[]) => Container;

interface Node {
  readonly key: string | number;
  readonly children: Node[];
  column: number | undefined;
  /** What makes a container, for each choice of children with a value that was met. */
  readonly builds: { readonly isThere: readonly boolean[]; readonly build: Build }[];
}

/**
 * Learns places once, for many objects. Containers on the way are made where they are not; a list where a key
 * is a number.
 */
export function placeNumbers(paths: readonly Path[]): PlaceNumbers {
  const root: Node = { key: "", children: [], column: undefined, builds: [] };
  paths.forEach((path, column) => {
    let node = root;
    for (const key of path) {
      let child = node.children.find((one) => one.key === key);
      if (child === undefined) {
        child = { key, children: [], column: undefined, builds: [] };
        node.children.push(child);
      }
      node = child;
    }
    node.column = column;
  });
  for (const path of paths) refuseHybrid(root, path);

  return (numberOf, into) => {
    const placed = into === undefined ? made(root, numberOf) : valueAt(root, numberOf, into);
    return isContainer(placed) ? placed : {};
  };
}

/** The value of a place in what is there so far. */
function valueAt(node: Node, numberOf: NumberOf, there: unknown): unknown {
  if (node.column !== undefined || !isContainer(there)) return made(node, numberOf);
  for (const child of node.children) {
    const value = valueAt(child, numberOf, Object.hasOwn(there, child.key) ? there[child.key] : undefined);
    if (value !== undefined) there[child.key] = value;
  }
  return there;
}

/**
 * The value of a place where nothing is yet: a number, or a container of the values below; undefined where
 * none is.
 */
function made(node: Node, numberOf: NumberOf): unknown {
  if (node.column !== undefined) return numberOf(node.column);
  const values: unknown[] = [];
  let isEmpty = true;
  for (const child of node.children) {
    const value = made(child, numberOf);
    if (value !== undefined) isEmpty = false;
    values.push(value);
  }
  return isEmpty ? undefined : buildFor(node, values)(values);
}

function buildFor({ children, builds }: Node, values: readonly unknown[]): Build {
  for (const { isThere, build } of builds) if (agrees(isThere, values)) return build;
  const build = buildOf(children, values);
  builds.push({ isThere: values.map((value) => value !== undefined), build });
  return build;
}

function agrees(isThere: readonly boolean[], values: readonly unknown[]): boolean {
  for (let i = 0; i < values.length; i++) if (isThere[i] !== (values[i] !== undefined)) return false;
  return true;
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
