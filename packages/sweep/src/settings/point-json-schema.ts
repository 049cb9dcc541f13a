import { lastPart } from "./find-setting.js";
import type { Setting } from "./setting.js";
import { SETTINGS } from "./settings.js";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Every name of a setting: full, bare, and its aliases. */
function spellings({ name, section, aliases = [] }: Setting): readonly string[] {
  return [...new Set([name, lastPart(name), ...aliases, ...aliases.map((alias) => `${section}.${alias}`)])];
}

/** A mapping from settings, under any of their names but some, to what `of` makes of a setting's value. */
export function settingMapping(
  of: (setting: Setting, value: JsonSchema) => JsonSchema,
  without: readonly string[] = [],
): JsonSchema {
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      SETTINGS.flatMap((setting) => {
        const schema = of(setting, valueRef(setting));
        return spellings(setting)
          .filter((name) => !without.includes(name))
          .map((name) => [name, schema] as const);
      }),
    ),
  };
}

/** The definition of a setting's value. */
export function valueRef({ name }: Setting): JsonSchema {
  return { $ref: `#/$defs/value of ${name}` };
}
