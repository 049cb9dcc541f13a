import { ShapeError } from "./shape-error.js";

/**
 * Checks a value that came from outside, as JSON or from a thread, and gives it its type. The value itself,
 * not a copy: keys that no shape knows stay, as a newer version may have written them. Throws a {@link
 * ShapeError}.
 */
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
/** A shape for every key of a type, those that may be absent among them. */
export type AllKeys<T> = {
  readonly [N in keyof T]-?: object extends Pick<T, N> ? OptionalKey<Exclude<T[N], undefined>> : Shape<T[N]>;
};

function wrong(value: unknown, expected: string): never {
  throw new ShapeError(`expected ${expected}, found ${found(value)}`);
}

/** What a value is, in a few words: short ones as they are. */
function found(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number" || typeof value === "boolean") return `${value}`;
  if (typeof value === "object") return "an object";
  if (typeof value !== "string") return `a ${typeof value}`;
  return value.length <= 40 ? JSON.stringify(value) : `a text of ${value.length} characters`;
}

/** Goes on with an error that came up inside of a part, or with a part's name in front of its place. */
function inside(error: unknown, step: string): unknown {
  return error instanceof ShapeError ? error.within(step) : error;
}

/** A finite number; JSON has no other. */
export const number: Shape<number> = (value) =>
  typeof value === "number" && Number.isFinite(value) ? value : wrong(value, "a finite number");

/** A finite number of a range, its ends included; `expected` says which in words. */
export function between(
  least: number,
  most: number,
  expected = most === Number.POSITIVE_INFINITY ? `a number ≥ ${least}` : `a number from ${least} to ${most}`,
): Shape<number> {
  return (value) =>
    typeof value === "number" && Number.isFinite(value) && value >= least && value <= most
      ? value
      : wrong(value, expected);
}

/** A number that is not negative. */
export const size: Shape<number> = between(0, Number.POSITIVE_INFINITY);

/** A fraction of a whole. */
export const share: Shape<number> = between(0, 1);

/** A number above 0. */
export const positive: Shape<number> = (value) =>
  typeof value === "number" && Number.isFinite(value) && value > 0 ? value : wrong(value, "a number above 0");

/** A fraction that is never the whole: what is kept of a moment, or dropped of a layer. */
export const part: Shape<number> = (value) =>
  typeof value === "number" && value >= 0 && value < 1 ? value : wrong(value, "a number ≥ 0 and < 1");

/** A whole number of either sign. */
export const integer: Shape<number> = (value) =>
  Number.isSafeInteger(value) ? (value as number) : wrong(value, "a whole number");

/** A whole number from `least` on. */
export function wholeFrom(least: number): Shape<number> {
  return (value) =>
    Number.isSafeInteger(value) && (value as number) >= least
      ? (value as number)
      : wrong(value, `a whole number ≥ ${least}`);
}

/** A whole number from 0 on. */
export const count: Shape<number> = wholeFrom(0);

export const text: Shape<string> = (value) => (typeof value === "string" ? value : wrong(value, "a text"));

/** A text of a pattern; `expected` says which in words. */
export function pattern(form: RegExp, expected: string): Shape<string> {
  return (value) => (typeof value === "string" && form.test(value) ? value : wrong(value, expected));
}

export const truth: Shape<boolean> = (value) =>
  typeof value === "boolean" ? value : wrong(value, "true or false");

/** Exactly this value. */
export function exactly<const T extends string | number | boolean>(only: T): Shape<T> {
  return (value) => (value === only ? only : wrong(value, JSON.stringify(only)));
}

/** One of a few texts. */
export function oneOf<const T extends string>(...options: readonly T[]): Shape<T> {
  return (value) =>
    options.find((option) => option === value) ?? wrong(value, `one of ${options.join(", ")}`);
}

/** Null or a value of the shape. */
export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value) => (value === null ? null : shape(value));
}

/**
 * The first shape that fits; where none does, what is wrong inside of the one whose kind it is, or that it is
 * neither.
 */
export function either<A, B>(a: Shape<A>, b: Shape<B>): Shape<A | B> {
  return (value) => {
    try {
      return a(value);
    } catch (first) {
      if (!(first instanceof ShapeError)) throw first;
      try {
        return b(value);
      } catch (second) {
        throw second instanceof ShapeError ? neither(first, second) : second;
      }
    }
  };
}

function neither(first: ShapeError, second: ShapeError): ShapeError {
  if (second.place !== "") return second;
  if (first.place !== "") return first;
  const [expected] = first.problem.split(", found ");
  return new ShapeError(`${expected} or ${second.problem.replace("expected ", "")}`);
}

/** A text of one shape, or anything else of another: of a wrong value, the shape of its kind says why. */
export function textOr<A extends string, B>(ofText: Shape<A>, ofOther: Shape<B>): Shape<A | B> {
  return (value) => (typeof value === "string" ? ofText(value) : ofOther(value));
}

/** Any number of items of one shape. */
export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return wrong(value, "a list");
    let at = 0;
    try {
      for (; at < value.length; at++) shape(value[at]);
    } catch (error) {
      throw inside(error, `[${at}]`);
    }
    return value as readonly T[];
  };
}

/** A list with one shape per place. */
export function tuple<const T extends readonly Shape<unknown>[]>(
  ...shapes: T
): Shape<{ readonly [I in keyof T]: Shaped<T[I]> }> {
  return (value) => {
    if (!Array.isArray(value) || value.length !== shapes.length)
      return wrong(value, `a list of ${shapes.length}`);
    let at = 0;
    try {
      for (; at < shapes.length; at++) shapes[at]?.(value[at]);
    } catch (error) {
      throw inside(error, `[${at}]`);
    }
    return value as unknown as { readonly [I in keyof T]: Shaped<T[I]> };
  };
}

/** An object with names of any kind and values of one shape. A `__proto__` is refused. */
export function dictionary<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value) => {
    if (!isObject(value)) return wrong(value, "an object");
    for (const [key, item] of Object.entries(value)) {
      if (key === "__proto__") throw new ShapeError("the name __proto__ is not allowed");
      try {
        shape(item);
      } catch (error) {
        throw inside(error, key);
      }
    }
    return value as Readonly<Record<string, T>>;
  };
}

/** Marks a key of {@link object} that may be absent. */
export function optional<T>(shape: Shape<T>): OptionalKey<T> {
  return { optional: shape };
}

/** An object with the given keys. */
export function object<const K extends Keys>(keys: K): Shape<Readonly<Present<K> & Absent<K>>> {
  return keyed(keys) as Shape<Readonly<Present<K> & Absent<K>>>;
}

/** An object of a type: every key of it has a shape, so that one which is added to it is not forgotten. */
export function objectOf<T>(keys: AllKeys<T>): Shape<T> {
  return keyed(keys as Keys) as Shape<T>;
}

/** The same value, which also has to pass another check; that throws a {@link ShapeError}. */
export function refined<T>(shape: Shape<T>, check: (value: T) => void): Shape<T> {
  return (value) => {
    const shaped = shape(value);
    check(shaped);
    return shaped;
  };
}

function keyed(keys: Keys): Shape<unknown> {
  const names = Object.keys(keys);
  const needed = names.map((name) => typeof keys[name] === "function");
  const shapes = Object.values(keys).map((key) => (typeof key === "function" ? key : key.optional));
  return (value) => {
    if (!isObject(value)) return wrong(value, "an object");
    let at = 0;
    try {
      // A journal of 100,000 records goes through here.
      for (; at < names.length; at++) {
        const item = value[names[at] as string];
        if (item !== undefined || needed[at]) (shapes[at] as Shape<unknown>)(item);
      }
    } catch (error) {
      throw inside(error, names[at] as string);
    }
    return value;
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
