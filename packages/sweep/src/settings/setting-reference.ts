import { z } from "zod";
import { DATA_SOURCE_SHAPE } from "./data-source-schema.js";
import type { Setting } from "./setting.js";
import { SETTINGS } from "./settings.js";
import { STUDY_SCHEMA } from "./sweep-schema.js";

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

/** A key of a sweep file besides the settings of points. */
export type KeyReference = Pick<SettingReference, "name" | "takes" | "doc">;

/** Every key of a sweep file but those that hold settings, in the order of the list that validates them. */
export function studyKeyReference(): readonly KeyReference[] {
  return keysOf(STUDY_SCHEMA);
}

/** Every key of `dataset` that describes custom data. */
export function dataSourceReference(): readonly KeyReference[] {
  return keysOf(DATA_SOURCE_SHAPE);
}

function keysOf(shape: Readonly<Record<string, z.ZodType>>): readonly KeyReference[] {
  return Object.entries(shape).map(([name, schema]) => {
    const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Described;
    return { name, takes: words(json), doc: schema.description ?? "" };
  });
}

interface Described {
  readonly title?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly prefixItems?: readonly Described[];
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
  if (schema.title !== undefined) return schema.title;
  if (schema.enum !== undefined) return schema.enum.map(String).join(" | ");
  if (schema.const !== undefined) return String(schema.const);
  if (schema.anyOf !== undefined) return schema.anyOf.map(words).join(" | ");
  if (schema.properties !== undefined) return `{ ${Object.keys(schema.properties).join(", ")} }`;
  if (schema.type === "array") return `list of ${words(schema.items ?? {})}`;
  if (schema.type === "object") return "mapping";
  if (schema.type === "boolean") return "true | false";
  if (schema.type !== "number" && schema.type !== "integer")
    return schema.type === "string" ? "text" : (schema.type ?? "any");
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
