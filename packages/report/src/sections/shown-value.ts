import type { Json } from "@actbench/core/internal";
import { formatNumber } from "../format/format.js";

/** A value of an axis as words. */
export function shownValue(value: Json): string {
  if (typeof value === "number") return formatNumber(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** An axis' name without its room: `train.lr` as `lr`. */
export function shownAxis(axis: string): string {
  return axis.split(".").at(-1) ?? axis;
}
