import type { Json } from "@actbench/core/internal";
import { formatNumber } from "./format.js";

/** A value of an axis as words. */
export function formatValue(value: Json): string {
  if (typeof value === "number") return formatNumber(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}
