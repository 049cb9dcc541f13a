import { z } from "zod";
import { ENTRY_SCHEMA } from "../activation/activation-entry.js";
import { DATA_SOURCE_SHAPE } from "./data-source-schema.js";
import { lastPart } from "./find-setting.js";
import { PARAMETER_SCHEMA } from "./parameter-schema.js";
import type { Section, Setting } from "./setting.js";
import { SETTINGS } from "./settings.js";
import { IGNORED_KEYS, STUDY_SCHEMA } from "./sweep-schema.js";

type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (draft 2020-12) of a sweep file, made of the same lists as its validation. Names of
 * activations and datasets are offered and stay open.
 */
export function sweepJsonSchema(names: {
  readonly activations: readonly { readonly name: string }[];
  readonly datasetNames: readonly string[];
}): JsonSchema {
  const known = {
    "model.activation": names.activations.map(({ name }) => name),
    "dataset.name": names.datasetNames,
  };
  const schemaOf = (setting: Setting): JsonSchema => {
    const offered = Object.entries(known).find(([name]) => name === setting.name)?.[1];
    if (setting.name === "model.activation") return { $ref: "#/$defs/activations" };
    return offered === undefined ? toJson(setting.schema) : open(offered);
  };
  const section = (name: Section, more: JsonSchema = {}): JsonSchema => ({
    type: "object",
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(
        SETTINGS.filter((setting) => setting.section === name).flatMap((setting) => {
          const schema = described(setting, schemaOf(setting));
          return [lastPart(setting.name), ...aliasesIn(setting)].map((key) => [key, schema]);
        }),
      ),
      ...more,
    },
  });
  const source = Object.fromEntries(
    Object.entries(DATA_SOURCE_SHAPE).map(([key, schema]) => [key, toJson(schema)]),
  );
  const study = Object.fromEntries(
    Object.entries(STUDY_SCHEMA).map(([key, schema]) => [key, toJson(schema)]),
  );
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "actbench sweep file",
    type: "object",
    additionalProperties: false,
    properties: {
      ...study,
      dataset: { anyOf: [open(names.datasetNames), section("dataset", source)] },
      model: section("model"),
      train: section("train"),
      ...Object.fromEntries(
        SETTINGS.filter(({ section: name }) => name === "numerics").map((one) => [
          one.name,
          described(one, schemaOf(one)),
        ]),
      ),
      parameters: {
        type: "object",
        additionalProperties: false,
        description: "The axes: each setting with its values, or with a range and a distribution.",
        properties: Object.fromEntries(
          SETTINGS.flatMap((setting) => parameterEntries(setting, schemaOf(setting))),
        ),
      },
      ...Object.fromEntries(IGNORED_KEYS.map((key) => [key, { description: "Ignored." }])),
    },
    $defs: {
      activation: { anyOf: [open(known["model.activation"]), activationEntry()] },
      activations: {
        anyOf: [{ $ref: "#/$defs/activation" }, { type: "array", items: { $ref: "#/$defs/activation" } }],
      },
    },
  };
}

function parameterEntries(setting: Setting, value: JsonSchema): readonly (readonly [string, JsonSchema])[] {
  const form = toJson(PARAMETER_SCHEMA) as { readonly properties: JsonSchema };
  const properties = { ...form.properties, value, values: { type: "array", items: value, minItems: 1 } };
  const schema = described(setting, {
    anyOf: [value, { type: "array", items: value, minItems: 1 }, { ...form, properties }],
  });
  const same = { $ref: `#/properties/parameters/properties/${setting.name}` };
  const others = [lastPart(setting.name), ...(setting.aliases ?? [])].filter((key) => key !== setting.name);
  return [[setting.name, schema], ...others.map((key) => [key, same] as const)];
}

/** A name with parameters, whose own names no list can hold. */
function activationEntry(): JsonSchema {
  return { ...toJson(ENTRY_SCHEMA), additionalProperties: true };
}

function aliasesIn({ aliases = [], section }: Setting): readonly string[] {
  return aliases.filter((alias) => alias !== section);
}

function described({ doc, default: value, defaultText }: Setting, schema: JsonSchema): JsonSchema {
  const description = defaultText === undefined ? doc : `${doc} Default: ${defaultText}.`;
  return { description, ...schema, ...(value === undefined ? {} : { default: value }) };
}

/** Known names, and any other text. */
function open(names: readonly string[]): JsonSchema {
  return { anyOf: [{ enum: [...names] }, { type: "string" }] };
}

function toJson(schema: z.ZodType): JsonSchema {
  const { $schema: _draft, ...json } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return json;
}
