import { parseSweepDocument } from "../config/sweep-document.js";
import { parameterEntries } from "../expand/parameter-entries.js";
import { applyOverrides } from "../overrides/apply-overrides.js";
import { findSetting } from "../settings/find-setting.js";
import type { LoadOptions } from "./load-sweep.js";
import { type OwnData, ownDataOf } from "./own-data.js";

/** The data that a sweep file asks for. */
export interface WantedData {
  /** Names of datasets; that of `own` may be among them. */
  readonly names: readonly string[];
  /** Data of the file's own. */
  readonly own?: OwnData;
}

/**
 * The datasets a sweep file names or describes, so that a caller can load them before `loadSweep`.
 * Never throws for what is wrong in the file: `loadSweep` reports that with its place.
 */
export function wantedData({ text, file, overrides = [] }: Omit<LoadOptions, "catalogs">): WantedData {
  const document = parseSweepDocument(text, file);
  const data = "length" in document ? {} : applyOverrides(document.value, overrides).value;
  const own = ownDataOf(data.dataset);
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
  const names = named.length === 0 ? [own?.name ?? String(setting?.default)] : [...new Set(named)];
  return { names, ...(own === undefined ? {} : { own }) };
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
