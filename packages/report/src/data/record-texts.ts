import type { TrialRecord } from "@actbench/core/internal";
import { isApart } from "./is-apart.js";

/** What a record has beside numbers; undefined where that is nothing. */
export function recordTexts(record: TrialRecord): object | undefined {
  return withTexts(Object.entries(record).filter(([key]) => !isApart([key])));
}

function withTexts(entries: readonly (readonly [string, unknown])[]): object | undefined {
  const left = entries.flatMap(([key, item]) => {
    const texts = textsOf(item);
    return texts === undefined ? [] : [[key, texts] as const];
  });
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

/** What is left of a value without its numbers; undefined where that is nothing. */
function textsOf(value: unknown): unknown {
  if (typeof value === "number") return undefined;
  return typeof value === "object" && value !== null ? withTexts(Object.entries(value)) : value;
}
