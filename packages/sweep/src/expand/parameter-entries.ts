import type { Path } from "../config/path.js";
import { findSetting } from "../settings/find-setting.js";

/** One parameter of a sweep file: the name to look its setting up by, and what is written there. */
export interface ParameterEntry {
  readonly key: string;
  readonly raw: unknown;
  readonly path: Path;
}

/**
 * The parameters of a sweep file, those that W&B nests (`optimizer: { parameters: { lr: … } }`) brought to
 * one level: as `optimizer.lr` where that is a setting, `name` and `type` as the outer one, any other by
 * itself.
 */
export function parameterEntries(parameters: Readonly<Record<string, unknown>>): readonly ParameterEntry[] {
  return flatten(parameters, "", ["parameters"]);
}

function flatten(
  parameters: Readonly<Record<string, unknown>>,
  outer: string,
  path: Path,
): readonly ParameterEntry[] {
  return Object.entries(parameters).flatMap(([key, raw]): readonly ParameterEntry[] => {
    const own = [...path, key];
    const inner = nestedParameters(raw);
    if (inner !== undefined) return flatten(inner, key, [...own, "parameters"]);
    return [{ key: settingKey(outer, key), raw, path: own }];
  });
}

/** Keys next to the inner parameters of a nested W&B parameter, where they have no meaning. */
export function besideNested(parameters: Readonly<Record<string, unknown>>): readonly Path[] {
  const found = (nested: Readonly<Record<string, unknown>>, path: Path): readonly Path[] =>
    Object.entries(nested).flatMap(([key, raw]) => {
      const inner = nestedParameters(raw);
      if (inner === undefined) return [];
      const own = [...path, key];
      const beside = Object.keys(raw as object).filter((other) => other !== "parameters");
      return [...beside.map((other) => [...own, other]), ...found(inner, [...own, "parameters"])];
    });
  return found(parameters, ["parameters"]);
}

/** The inner parameters of one that W&B would nest. */
export function nestedParameters(raw: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return undefined;
  const { parameters } = raw as { readonly parameters?: unknown };
  return typeof parameters === "object" && parameters !== null && !Array.isArray(parameters)
    ? (parameters as Readonly<Record<string, unknown>>)
    : undefined;
}

/** The name under which a nested key is looked up. */
export function settingKey(outer: string, key: string): string {
  if (outer === "") return key;
  const full = `${outer}.${key}`;
  if (findSetting(full) !== undefined) return full;
  return key === "name" || key === "type" ? outer : key;
}
