import { nearestHint } from "../config/nearest.js";
import { quote } from "../config/quote.js";
import type { ReadContext } from "../expand/read-value.js";
import { findSetting, lastPart, settingNames } from "../settings/find-setting.js";
import { otherNameHint } from "../settings/other-names.js";
import { IGNORED_KEYS, SETTING_KEYS, STUDY_SCHEMA } from "../settings/sweep-schema.js";

const KNOWN: readonly string[] = [...SETTING_KEYS, ...Object.keys(STUDY_SCHEMA), ...IGNORED_KEYS];

/**
 * Notes every key at the top of a sweep file that has no meaning there, with how it is meant to be written.
 */
export function noteUnknownKeys(data: Readonly<Record<string, unknown>>, context: ReadContext): void {
  let isListed = false;
  for (const [key, value] of Object.entries(data)) {
    if (KNOWN.includes(key)) continue;
    const hint = hintFor(key, value, context);
    context.problems.addKey([key], "unknown key", hint ?? (isListed ? undefined : ALL_KEYS));
    isListed ||= hint === undefined;
  }
}

const ALL_KEYS = `keys are ${[...SETTING_KEYS, ...Object.keys(STUDY_SCHEMA)].join(", ")}`;

function hintFor(key: string, value: unknown, { problems, activations }: ReadContext): string | undefined {
  const isOverride = problems.overrideOf([key]) !== undefined;
  const setting = findSetting(key);
  if (setting !== undefined)
    return Array.isArray(value) && setting.list === undefined
      ? `write parameters: { ${lastPart(setting.name)}: ${quote(value)} }`
      : `write ${setting.section}: { ${lastPart(setting.name)}: ${quote(value)} }`;
  return (
    otherNameHint(key, isOverride ? "command line" : "file") ??
    activations.paramHint(key) ??
    nearestHint(key, isOverride ? [...settingNames(), ...KNOWN] : KNOWN)
  );
}
