import { nearestName } from "@actbench/core/internal";
import { UsageError } from "../usage-error.js";

/** What an argument of the library must be. */
export interface Expected {
  readonly what: string;
  readonly fits: (value: unknown) => boolean;
}

const isText = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && !value.includes("\0");

/** A path or a name. */
export const TEXT: Expected = { what: "a non-empty string", fits: isText };
/** The path of a sweep file, or an object with its keys. */
export const FILE_OR_OBJECT: Expected = {
  what: "the path of a sweep file, or an object with its keys",
  fits: (value) =>
    isText(value) ||
    (typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Promise)),
};
export const TEXTS: Expected = {
  what: "an array of strings",
  fits: (value) => Array.isArray(value) && value.every(isText),
};
export const FLAG: Expected = { what: "true or false", fits: (value) => typeof value === "boolean" };
export const FUNCTION: Expected = { what: "a function", fits: (value) => typeof value === "function" };
export const SIGNAL: Expected = { what: "an AbortSignal", fits: (value) => value instanceof AbortSignal };

/** A whole number from 1 on. */
export const countUpTo = (most: number): Expected => ({
  what:
    most === Number.MAX_SAFE_INTEGER ? "a whole number of at least 1" : `a whole number from 1 to ${most}`,
  fits: (value) => Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= most,
});

/** Throws a `UsageError` for an argument that is something else. */
export function checkArgument(call: string, name: string, value: unknown, { what, fits }: Expected): void {
  if (!fits(value))
    throw new UsageError(`${call}: ${name} is ${shown(value)}; expected ${what}`, hintOf(value));
}

/**
 * Throws a `UsageError` for an option of another kind and for one that there is not: before anything is read
 * or written. An option that is undefined is one that was left out.
 */
export function checkOptions(
  call: string,
  options: unknown,
  known: Readonly<Record<string, Expected>>,
): void {
  if (typeof options !== "object" || options === null || Array.isArray(options))
    throw new UsageError(`${call}: its options are ${shown(options)}; expected an object`, hintOf(options));
  for (const [name, value] of Object.entries(options)) {
    const expected = Object.hasOwn(known, name) ? known[name] : undefined;
    if (expected === undefined) {
      const near = nearestName(name, Object.keys(known));
      throw new UsageError(
        `${call}: there is no option ${shown(name)}`,
        near === undefined ? `options are ${Object.keys(known).join(", ")}` : `did you mean ${near}?`,
      );
    }
    if (value !== undefined) checkArgument(call, `the option ${name}`, value, expected);
  }
}

/** A value as messages show it, on one line. */
export function shown(value: unknown): string {
  if (value instanceof Promise) return "a promise";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value === "function") return "a function";
  const text = textOf(value);
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return "an object that is not JSON";
  }
}

function hintOf(value: unknown): string | undefined {
  return value instanceof Promise ? "write await before the call that returns it" : undefined;
}
