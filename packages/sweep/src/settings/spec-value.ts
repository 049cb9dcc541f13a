import type { Json, PointSpec } from "@actbench/core/internal";
import type { Setting } from "./setting.js";

/** The value a setting other than `model.activation` has in a spec. */
export function specValue(spec: PointSpec, { name, default: fallback }: Setting): Json {
  const [section = "", key = ""] = name.split(".");
  const held = (spec as unknown as Readonly<Record<string, Json | Readonly<Record<string, Json>>>>)[section];
  return key === "" ? (held as Json) : ((held as Readonly<Record<string, Json>>)[key] ?? fallback ?? null);
}
