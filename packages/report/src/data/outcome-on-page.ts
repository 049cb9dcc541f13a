import type { TrialRecord } from "@actbench/core/internal";
import { decimalRank, valueOfRank } from "./decimal-rank.js";
import { isExact, outcomeDigits } from "./precision.js";

/**
 * A record of which every metric has the value that a page gives back: its numbers and those of its last
 * epoch rounded.
 */
export function outcomeOnPage(record: TrialRecord): TrialRecord {
  const last = record.curve.length - 1;
  const curve = record.curve.map((epoch, i) => (i === last ? rounded(epoch) : epoch));
  return { ...rounded({ ...record, curve: [] }), curve };
}

function rounded<T extends object>(value: T): T {
  return roundedValue(value, "") as T;
}

/** A list's numbers are of the field that holds the list. */
function roundedValue(value: unknown, field: string): unknown {
  if (typeof value === "number") return roundedNumber(value, field);
  if (Array.isArray(value)) return value.map((item) => roundedValue(item, field));
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) copy[key] = roundedValue(item, key);
  return copy;
}

function roundedNumber(value: number, field: string): number {
  if (isExact(field)) return value;
  const digits = outcomeDigits(field);
  return valueOfRank(decimalRank(value, digits), digits);
}
