import { stringify } from "yaml";
import { findSetting, lastPart } from "../settings/find-setting.js";
import { SETTINGS } from "../settings/settings.js";
import { IGNORED_KEYS } from "../settings/sweep-schema.js";
import { ownDataOf } from "./own-data.js";

type Data = Readonly<Record<string, unknown>>;

/**
 * The sweep file after its overrides as YAML, with the defaults of settings that are no axis written out, so
 * that a reader can repeat the study even where defaults have changed.
 */
export function resolvedConfig(
  data: Data,
  study: {
    readonly name: string;
    readonly swept: ReadonlySet<string>;
    /** Settings whose default is not written out. */
    readonly omitted: readonly string[];
    readonly extra: Data;
  },
): string {
  const section = (name: string): Data => {
    const raw = data[name];
    const own = name === "dataset" ? ownDataOf(raw) : undefined;
    const named = own === undefined ? {} : { name: own.name };
    const given = typeof raw === "string" ? { name: raw } : { ...named, ...(raw as Data | undefined) };
    const byName = new Map(
      Object.entries(given).map(([key, value]) => [findSetting(`${name}.${key}`)?.name, value]),
    );
    const entries = SETTINGS.filter((setting) => setting.section === name)
      .map((setting) => {
        const isWritten = !study.swept.has(setting.name) && !study.omitted.includes(setting.name);
        const fallback = isWritten ? setting.default : undefined;
        return [lastPart(setting.name), byName.get(setting.name) ?? fallback] as const;
      })
      .filter(([, value]) => value !== undefined);
    return { ...Object.fromEntries(entries), ...own?.source };
  };
  const ignored: readonly string[] = [...IGNORED_KEYS, "version", "name", "dataset", "model", "train"];
  const rest = Object.fromEntries(Object.entries(data).filter(([key]) => !ignored.includes(key)));
  return stringify(
    {
      version: 1,
      name: study.name,
      dataset: section("dataset"),
      model: section("model"),
      train: section("train"),
      ...study.extra,
      ...rest,
    },
    { lineWidth: 100, aliasDuplicateObjects: false },
  );
}
