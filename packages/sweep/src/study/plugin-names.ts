import { parseSweepDocument } from "../config/sweep-document.js";
import { applyOverrides } from "../overrides/apply-overrides.js";
import type { LoadOptions } from "./load-sweep.js";

/** A plugin as a sweep file names it. */
export interface PluginName {
  readonly name: string;
  /** Where the file names it, for messages: `file:line:column`. */
  readonly place: string;
}

/**
 * The plugins a sweep file names, so that a caller can load them before `loadSweep`.
 * Never throws for what is wrong in the file: `loadSweep` reports that with its place.
 */
export function pluginNames({
  text,
  file,
  overrides = [],
}: Omit<LoadOptions, "catalogs">): readonly PluginName[] {
  const document = parseSweepDocument(text, file);
  if ("length" in document) return [];
  const { plugins } = applyOverrides(document.value, overrides).value;
  if (!Array.isArray(plugins)) return [];
  return plugins.flatMap((name: unknown, i) => {
    if (typeof name !== "string") return [];
    const { line, column } = document.locate(["plugins", i], false);
    return [{ name, place: `${file}:${line}:${column}` }];
  });
}
