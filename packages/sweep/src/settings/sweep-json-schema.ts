import { type Activation, mayBeRedefined } from "@actbench/core/internal";
import { z } from "zod";
import { activationDefinitions } from "./activation-json-schema.js";
import { DATA_SOURCE_KINDS, DATA_SOURCE_SHAPE } from "./data-source-schema.js";
import { lastPart } from "./find-setting.js";
import { AXIS_DEFINITIONS, axisRef, axisSchema, NESTED_ELSEWHERE } from "./parameter-json-schema.js";
import { type JsonSchema, settingMapping, valueRef } from "./point-json-schema.js";
import type { Setting, SpecSection } from "./setting.js";
import { SETTINGS } from "./settings.js";
import { IGNORED_KEYS, STUDY_SCHEMA } from "./sweep-schema.js";

const NAME = "^[A-Za-z_][A-Za-z0-9_]{0,63}$";

/**
 * The JSON Schema (draft 2020-12) of a sweep file, made of the same lists as its validation. Names of
 * activations and datasets are offered and stay open. What it cannot say is in `schema-agrees.test.ts`.
 */
export function sweepJsonSchema(names: {
  readonly activations: readonly Activation[];
  readonly datasetNames: readonly string[];
}): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "actbench sweep file",
    type: "object",
    additionalProperties: false,
    properties: {
      ...studyKeys(names.activations),
      dataset: orNothing([{ $ref: "#/$defs/value of dataset.name" }, datasetSection()]),
      model: orNothing([section("model")]),
      train: orNothing([section("train")]),
      ...Object.fromEntries(
        SETTINGS.filter(({ section: own }) => own === "numerics").map((one) => [one.name, described(one)]),
      ),
      parameters: {
        description: "The axes: each setting with its values, or with a range and a distribution.",
        ...orNothing([{ ...settingMapping(axisOf), additionalProperties: NESTED_ELSEWHERE }]),
      },
      ...Object.fromEntries(IGNORED_KEYS.map((key) => [key, { description: "Ignored." }])),
    },
    allOf: [
      {
        if: { required: ["method"], properties: { method: { enum: ["random", "sobol"] } } },
        // biome-ignore lint/suspicious/noThenProperty: a key of JSON Schema
        then: { required: ["run_cap"] },
      },
    ],
    $defs: {
      ...Object.fromEntries(
        SETTINGS.flatMap((setting) => [
          [`value of ${setting.name}`, valueSchema(setting, names.datasetNames)],
          [`axis of ${setting.name}`, axisSchema(setting, valueRef(setting))],
        ]),
      ),
      ...AXIS_DEFINITIONS,
      ...activationDefinitions(names.activations),
      point: settingMapping((_, value) => value),
      columns: settingMapping((_, value) => ({ type: "array", items: value, minItems: 1 })),
      comparison: settingMapping((_, value) => ({ type: "array", items: value, minItems: 2, maxItems: 2 })),
    },
  };
}

/** The keys of the study, settings in them by their names and values. */
function studyKeys(activations: readonly Activation[]): JsonSchema {
  const study = Object.fromEntries(
    Object.entries(STUDY_SCHEMA).map(([key, schema]) => [key, toJson(schema)]),
  );
  const point = { $ref: "#/$defs/point" };
  const points = { type: "array", items: point };
  const claim = (study.claims as { readonly items: { readonly properties: JsonSchema } }).items;
  const formulas = study.activations as JsonSchema;
  const reserved = activations.filter((one) => !mayBeRedefined(one));
  return {
    ...study,
    activations: {
      ...formulas,
      type: ["object", "null"],
      propertyNames: { pattern: NAME, not: { enum: reserved.map(({ name }) => name) } },
    },
    zip: { ...study.zip, items: { $ref: "#/$defs/columns", minProperties: 1 } },
    exclude: { ...study.exclude, ...points },
    include: { ...study.include, ...points },
    baseline: { description: study.baseline?.description, ...point },
    claims: {
      ...study.claims,
      type: ["array", "null"],
      items: {
        ...claim,
        properties: { ...claim.properties, compare: { $ref: "#/$defs/comparison" }, where: point },
      },
    },
  };
}

function datasetSection(): JsonSchema {
  const source = Object.fromEntries(
    Object.entries(DATA_SOURCE_SHAPE).map(([key, schema]) => [key, toJson(schema)]),
  );
  const isOwn = { anyOf: Object.keys(DATA_SOURCE_SHAPE).map((key) => ({ required: [key] })) };
  return {
    ...section("dataset", source),
    if: isOwn,
    // biome-ignore lint/suspicious/noThenProperty: a key of JSON Schema
    then: { oneOf: DATA_SOURCE_KINDS.map((kind) => ({ required: [kind] })) },
  };
}

function section(name: SpecSection, more: JsonSchema = {}): JsonSchema {
  return {
    type: "object",
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(
        SETTINGS.filter((setting) => setting.section === name).flatMap((setting) =>
          [lastPart(setting.name), ...(setting.aliases ?? []).filter((alias) => alias !== name)].map(
            (key) => [key, described(setting)] as const,
          ),
        ),
      ),
      ...more,
    },
  };
}

function axisOf(setting: Setting): JsonSchema {
  return described(setting, axisRef(setting));
}

function valueSchema(setting: Setting, datasetNames: readonly string[]): JsonSchema {
  if (setting.name === "model.activation") return { $ref: "#/$defs/activations" };
  const value = toJson(setting.schema);
  return setting.name === "dataset.name" ? { anyOf: [{ enum: [...datasetNames] }, value] } : value;
}

/** A section with only comments is empty in YAML. */
function orNothing(schemas: readonly JsonSchema[]): JsonSchema {
  return { anyOf: [...schemas, { type: "null" }] };
}

function described(setting: Setting, schema: JsonSchema = valueRef(setting)): JsonSchema {
  const { doc, default: value, defaultText } = setting;
  const description = defaultText === undefined ? doc : `${doc} Default: ${defaultText}.`;
  return { description, ...schema, ...(value === undefined ? {} : { default: value }) };
}

function toJson(schema: z.ZodType): JsonSchema {
  const { $schema: _draft, ...json } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return json;
}
