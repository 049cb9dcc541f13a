import { parameterEntries } from "../expand/parameter-entries.js";
import { applyOverrides } from "../overrides/apply-overrides.js";
import { findSetting } from "../settings/find-setting.js";
import type { LoadOptions } from "./load-sweep.js";
import { parseSweepDocument } from "./sweep-document.js";

/**
 * The datasets a sweep file names, so that a caller can load them before `loadSweep`.
 * Never throws for what is wrong in the file: `loadSweep` reports that with its place.
 */
export function datasetNames({
  text,
  file,
  overrides = [],
}: Omit<LoadOptions, "catalogs">): readonly string[] {
  const document = parseSweepDocument(text, file);
  const data = "length" in document ? {} : applyOverrides(document.value, overrides).value;
  const setting = findSetting("dataset.name");
  const { dataset } = data;
  const named = [
    typeof dataset === "string" ? dataset : entriesOf(dataset).find(([key]) => key === "name")?.[1],
    ...[
      ...parameterEntries(Object.fromEntries(entriesOf(data.parameters))),
      ...[...listOf(data.zip), ...listOf(data.include)]
        .flatMap(entriesOf)
        .map(([key, raw]) => ({ key, raw })),
    ]
      .filter(({ key }) => findSetting(key) === setting)
      .flatMap(({ raw }) => valuesOf(raw)),
  ].filter((name) => typeof name === "string");
  return named.length === 0 ? [String(setting?.default)] : [...new Set(named)];
}

function valuesOf(parameter: unknown): readonly unknown[] {
  if (Array.isArray(parameter)) return parameter;
  if (typeof parameter !== "object" || parameter === null) return [parameter];
  const { value, values } = parameter as Readonly<Record<string, unknown>>;
  return [value, ...listOf(values)];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
