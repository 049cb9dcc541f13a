import { ReportDataError } from "./report-data-error.js";

/** Checks a parsed JSON value and gives it its type; throws a {@link ReportDataError} that says what it is instead. */
export type Shape<T> = (value: unknown) => T;
export type Shaped<S> = S extends Shape<infer T> ? T : never;

/** A key that may be absent; made by {@link optional}. */
export interface OptionalKey<T> {
  readonly optional: Shape<T>;
}
type Keys = Readonly<Record<string, Shape<unknown> | OptionalKey<unknown>>>;
type Present<K extends Keys> = { [N in keyof K as K[N] extends Shape<unknown> ? N : never]: Shaped<K[N]> };
type Absent<K extends Keys> = {
  [N in keyof K as K[N] extends OptionalKey<unknown> ? N : never]?: K[N] extends OptionalKey<infer T>
    ? T
    : never;
};

const MAX_TEXT_LENGTH = 1_000_000;
const MAX_LIST_LENGTH = 1_000_000;

function wrong(value: unknown, expected: string): never {
  const kind = value === null ? "null" : Array.isArray(value) ? "a list" : `a ${typeof value}`;
  throw new ReportDataError(`expected ${expected}, found ${value === undefined ? "nothing" : kind}`);
}

function inside<T>(step: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof ReportDataError ? error.within(step) : error;
  }
}

/** A finite number; JSON has no other. */
export const number: Shape<number> = (value) =>
  typeof value === "number" && Number.isFinite(value) ? value : wrong(value, "a finite number");

/** A whole number from 0 on. */
export const count: Shape<number> = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0
    ? (value as number)
    : wrong(value, "a whole number ≥ 0");

export const text: Shape<string> = (value) =>
  typeof value === "string" && value.length <= MAX_TEXT_LENGTH ? value : wrong(value, "a text");

export const truth: Shape<boolean> = (value) =>
  typeof value === "boolean" ? value : wrong(value, "true or false");

/** One of a few texts. */
export function oneOf<const T extends string>(...options: readonly T[]): Shape<T> {
  return (value) =>
    options.find((option) => option === value) ?? wrong(value, `one of ${options.join(", ")}`);
}

/** Null or a value of the shape. */
export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value) => (value === null ? null : shape(value));
}

/** The first shape that fits. */
export function either<A, B>(a: Shape<A>, b: Shape<B>): Shape<A | B> {
  return (value) => {
    try {
      return a(value);
    } catch (error) {
      if (error instanceof ReportDataError) return b(value);
      throw error;
    }
  };
}

/** Any number of items of one shape. */
export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > MAX_LIST_LENGTH) return wrong(value, "a list");
    return value.map((item: unknown, i) => inside(`[${i}]`, () => shape(item)));
  };
}

/** A list with one shape per place. */
export function tuple<const T extends readonly Shape<unknown>[]>(
  ...shapes: T
): Shape<{ readonly [I in keyof T]: Shaped<T[I]> }> {
  return (value) => {
    if (!Array.isArray(value) || value.length !== shapes.length)
      return wrong(value, `a list of ${shapes.length}`);
    const items = shapes.map((shape, i) => inside(`[${i}]`, () => shape(value[i])));
    return items as unknown as { readonly [I in keyof T]: Shaped<T[I]> };
  };
}

/** An object with names of any kind and values of one shape. A `__proto__` is refused. */
export function dictionary<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return wrong(value, "an object");
    const entries = Object.entries(value as Record<string, unknown>).map(([key, item]) => {
      if (key === "__proto__") throw new ReportDataError("the name __proto__ is not allowed");
      return [key, inside(key, () => shape(item))] as const;
    });
    return Object.fromEntries(entries);
  };
}

/** Marks a key of {@link object} that may be absent. */
export function optional<T>(shape: Shape<T>): OptionalKey<T> {
  return { optional: shape };
}

/** An object with the given keys; others are left out of the result. */
export function object<const K extends Keys>(keys: K): Shape<Readonly<Present<K> & Absent<K>>> {
  const entries = Object.entries(keys);
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return wrong(value, "an object");
    const source = value as Readonly<Record<string, unknown>>;
    const out: Record<string, unknown> = {};
    for (const [key, shape] of entries) {
      const item = Object.hasOwn(source, key) ? source[key] : undefined;
      if (typeof shape === "function") out[key] = inside(key, () => shape(item));
      else if (item !== undefined) out[key] = inside(key, () => shape.optional(item));
    }
    return out as Readonly<Present<K> & Absent<K>>;
  };
}
