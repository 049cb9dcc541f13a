import { plainName } from "@actbench/core/internal";
import type { Setting } from "./setting.js";
import { SETTINGS } from "./settings.js";

const BY_NAME: ReadonlyMap<string, Setting> = new Map(
  // A full name wins over a last part, a last part over an alias.
  [
    ...SETTINGS.flatMap((setting) => (setting.aliases ?? []).map((alias) => [alias, setting] as const)),
    ...SETTINGS.map((setting) => [lastPart(setting.name), setting] as const),
    ...SETTINGS.flatMap((setting) =>
      (setting.aliases ?? []).map((alias) => [`${setting.section}.${alias}`, setting] as const),
    ),
    ...SETTINGS.map((setting) => [setting.name, setting] as const),
  ],
);

/** Settings by their names without case, underscores and dashes; no two of them are spelled alike. */
const BY_PLAIN_NAME: ReadonlyMap<string, Setting> = new Map(
  [...BY_NAME].map(([name, setting]) => [plainKey(name), setting]),
);

/**
 * The setting of a full name, of a bare name that ends it (`lr`), or of an alias (`learning_rate`); also
 * where case, underscores and dashes differ (`LEARNING_RATE`, `batch-size`).
 */
export function findSetting(name: string): Setting | undefined {
  return BY_NAME.get(name) ?? BY_PLAIN_NAME.get(plainKey(name));
}

/** Every name that `findSetting` knows and a sweep file should use: full and bare ones. */
export function settingNames(): readonly string[] {
  return SETTINGS.flatMap(({ name }) => (name.includes(".") ? [name, lastPart(name)] : [name]));
}

/** The name an axis of a setting has in records: `activation` for `model.activation`, else the full name. */
export function axisName(setting: Setting): string {
  return setting.name === "model.activation" ? "activation" : setting.name;
}

function plainKey(name: string): string {
  return name.split(".").map(plainName).join(".");
}

/** A setting's name without its section: `lr`. */
export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
