import { z } from "zod";
import type { Setting } from "./setting.js";
import { SETTINGS } from "./settings.js";

/** One setting for a reference page or a help text. */
export interface SettingReference {
  /** Full name, for example `train.lr`. */
  readonly name: string;
  /** What it takes, for example `number ≥ 0` or `none | batch | layer`. */
  readonly takes: string;
  readonly default: string;
  readonly doc: string;
}

/** Every setting of a point, in the order of the list that also validates them. */
export function settingReference(): readonly SettingReference[] {
  return SETTINGS.map((setting) => ({
    name: setting.name,
    takes: takes(setting),
    default: setting.default === undefined ? (setting.defaultText ?? "") : JSON.stringify(setting.default),
    doc: setting.doc,
  }));
}

interface Described {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Described[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly items?: Described;
  readonly properties?: Readonly<Record<string, Described>>;
}

function takes(setting: Setting): string {
  if (setting.name === "model.activation") return "name | { name, parameters } | one per layer";
  return words(z.toJSONSchema(setting.schema, { io: "input" }) as Described);
}

function words(schema: Described): string {
  if (schema.enum !== undefined) return schema.enum.map(String).join(" | ");
  if (schema.anyOf !== undefined) return schema.anyOf.map(words).join(" | ");
  if (schema.properties !== undefined) return `{ ${Object.keys(schema.properties).join(", ")} }`;
  if (schema.type === "array") return `list of ${words(schema.items ?? {})}`;
  if (schema.type === "boolean") return "true | false";
  if (schema.type !== "number" && schema.type !== "integer")
    return schema.type === "string" ? "name" : (schema.type ?? "any");
  const kind = schema.type === "integer" ? "whole number" : "number";
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const limits = [
    ...(exclusiveMinimum === undefined ? [] : [`> ${exclusiveMinimum}`]),
    ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? [] : [`≥ ${minimum}`]),
    ...(exclusiveMaximum === undefined ? [] : [`< ${exclusiveMaximum}`]),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? [] : [`≤ ${maximum}`]),
  ];
  return [kind, limits.join(" and ")].filter(Boolean).join(" ");
}
