import { UsageError } from "../usage-error.js";
import { shown } from "./check-call.js";

/** No sweep file is nested as deep. */
const DEEPEST = 64;

/**
 * A study that is an object as the text of a sweep file: JSON is YAML. Throws a `UsageError` with the place
 * of what JSON does not hold, and would leave out or put something else for without a word: a `Map` would be
 * no settings at all.
 */
export function sweepText(study: object): string {
  checkJson(study, "", []);
  return JSON.stringify(study, null, 2);
}

function checkJson(value: unknown, place: string, around: readonly object[]): void {
  const refuse = (what: string): never => {
    throw new UsageError(
      `loadStudy: ${place === "" ? "the sweep file" : place} is ${what}; expected a string, a finite number, true, false, null, an array or a plain object`,
    );
  };
  switch (typeof value) {
    case "string":
    case "boolean":
      return;
    case "number":
      if (!Number.isFinite(value)) refuse(String(value));
      return;
    case "object":
      break;
    default:
      refuse(shown(value));
  }
  if (typeof value !== "object" || value === null) return;
  if (around.includes(value)) refuse("part of itself");
  if (around.length === DEEPEST) refuse(`nested more than ${DEEPEST} deep`);
  const within = [...around, value];
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) checkJson(value[i], `${place}[${i}]`, within);
    return;
  }
  if (!isPlain(value)) refuse(`a ${value.constructor?.name ?? "value of a class"}`);
  // A key without a value is one that was left out.
  for (const [key, item] of Object.entries(value))
    if (item !== undefined) checkJson(item, place === "" ? key : `${place}.${key}`, within);
}

/** Whether a value is an object of its own keys alone, of whatever realm. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (typeof prototype === "object" && Object.getPrototypeOf(prototype) === null);
}
