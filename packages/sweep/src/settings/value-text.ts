import type { Json } from "@actbench/core/internal";

/** A setting's value as tables show it: `128-64`, `0.1`, `{"distribution":"normal","scale":1}`. */
export function valueText(value: Json): string {
  if (Array.isArray(value))
    return value.length === 0 ? "none" : value.map((item) => valueText(item as Json)).join("-");
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  return String(value);
}
