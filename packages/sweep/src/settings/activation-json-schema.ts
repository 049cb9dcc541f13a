import { type Activation, mayBeRedefined } from "@actbench/core/internal";
import { z } from "zod";
import { ENTRY_KEYS, ENTRY_SCHEMA } from "./activation-entry.js";
import type { JsonSchema } from "./point-json-schema.js";

type Param = Activation["params"][number];

/**
 * An activation: a name, or a mapping with its parameters. Names stay open: files and plugins bring their
 * own, and where one may have the name of a catalog's entry its parameters stay open too. Many activations
 * have few kinds of parameters: each kind is one rule, each range one definition.
 */
export function activationDefinitions(
  activations: readonly Activation[],
): Readonly<Record<string, JsonSchema>> {
  const entry = z.toJSONSchema(ENTRY_SCHEMA, { io: "input" });
  const { $schema: _, ...shared } = entry;
  const known = activations.filter((one) => !mayBeRedefined(one));
  const values = new Map(known.flatMap(({ params }) => params).map((one) => [valueName(one), one]));
  return {
    ...Object.fromEntries([...values].map(([name, param]) => [name, valueSchema(param)])),
    activation: {
      anyOf: [
        { anyOf: [{ enum: activations.map(({ name }) => name) }, { type: "string", minLength: 1 }] },
        { ...shared, additionalProperties: true, allOf: rules(known) },
      ],
    },
    activations: {
      anyOf: [
        { $ref: "#/$defs/activation" },
        { type: "array", items: { $ref: "#/$defs/activation" }, minItems: 1 },
      ],
    },
  };
}

/** What an entry may hold besides its name: one rule for all activations with the same parameters. */
function rules(activations: readonly Activation[]): readonly JsonSchema[] {
  const kinds = new Map<string, { readonly fields: JsonSchema; readonly names: string[] }>();
  for (const { name, params } of activations) {
    const fields = fieldsOf(params);
    const kind = JSON.stringify(fields);
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, { fields, names: [name] });
    else known.names.push(name);
  }
  return [...kinds.values()].map(({ fields, names }) => ({
    if: { properties: { name: { enum: names } }, required: ["name"] },
    // biome-ignore lint/suspicious/noThenProperty: a key of JSON Schema
    then: fields,
  }));
}

function fieldsOf(params: readonly Param[]): JsonSchema {
  const names = params.map((param) => param.name);
  const trainable =
    names.length === 0
      ? { anyOf: [{ const: false }, { type: "array", maxItems: 0 }] }
      : { anyOf: [{ type: "boolean" }, { type: "array", items: { enum: names } }] };
  const keys = names.length === 0 ? ["name", "label", "trainable"] : [...ENTRY_KEYS, ...names];
  const values = params.map((param) => [param.name, { $ref: `#/$defs/${valueName(param)}` }] as const);
  return {
    propertyNames: { enum: keys },
    properties: { ...Object.fromEntries(values), trainable },
    ...decayRule(params),
  };
}

/** What a parameter takes, as the name of a definition: `number at least 0`. */
function valueName({ min, max, role }: Param): string {
  const low = min === undefined ? "" : ` at least ${min}`;
  return `${typeOf(role)}${low}${max === undefined ? "" : `${low === "" ? "" : " and"} at most ${max}`}`;
}

function valueSchema({ min, max, role }: Param): JsonSchema {
  const value = {
    type: typeOf(role),
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
  };
  return { anyOf: [value, { type: "array", items: value, minItems: 1 }] };
}

const typeOf = (role: Param["role"]): string => (role === "inputs" ? "integer" : "number");

/** A separate weight decay needs a trained parameter. */
function decayRule(params: readonly Param[]): JsonSchema {
  if (params.length === 0) return {};
  const isTrained = params.some(({ trainable }) => trainable);
  const asked = { anyOf: [{ const: true }, { type: "array", minItems: 1 }] };
  return {
    dependentSchemas: {
      weight_decay: isTrained
        ? { properties: { trainable: { not: { const: false } } } }
        : { required: ["trainable"], properties: { trainable: asked } },
    },
  };
}
