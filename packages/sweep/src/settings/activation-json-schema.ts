import { type Activation, mayBeRedefined } from "@actbench/core/internal";
import { z } from "zod";
import { ENTRY_KEYS, ENTRY_SCHEMA } from "./activation-entry.js";
import type { JsonSchema } from "./point-json-schema.js";

/**
 * An activation: a name, or a mapping with its parameters. Names stay open: files and plugins bring their
 * own, and where one may have the name of a catalog's entry its parameters stay open too.
 */
export function activationDefinitions(
  activations: readonly Activation[],
): Readonly<Record<string, JsonSchema>> {
  const entry = z.toJSONSchema(ENTRY_SCHEMA, { io: "input" });
  const { $schema: _, ...shared } = entry;
  return {
    activation: {
      anyOf: [
        { anyOf: [{ enum: activations.map(({ name }) => name) }, { type: "string", minLength: 1 }] },
        {
          ...shared,
          additionalProperties: true,
          allOf: activations.filter((one) => !mayBeRedefined(one)).map(rules),
        },
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

/** What an entry with the name of an activation may hold besides the name. */
function rules({ name, params }: Pick<Activation, "name" | "params">): JsonSchema {
  const values = params.map((param) => {
    const { min, max, role } = param;
    const value = {
      type: role === "inputs" ? "integer" : "number",
      ...(min === undefined ? {} : { minimum: min }),
      ...(max === undefined ? {} : { maximum: max }),
    };
    return [param.name, { anyOf: [value, { type: "array", items: value, minItems: 1 }] }] as const;
  });
  const names = params.map((param) => param.name);
  const trainable =
    names.length === 0
      ? { anyOf: [{ const: false }, { type: "array", maxItems: 0 }] }
      : { anyOf: [{ type: "boolean" }, { type: "array", items: { enum: names } }] };
  const keys = names.length === 0 ? ["name", "label", "trainable"] : [...ENTRY_KEYS, ...names];
  return {
    if: { properties: { name: { const: name } }, required: ["name"] },
    // biome-ignore lint/suspicious/noThenProperty: a key of JSON Schema
    then: {
      propertyNames: { enum: keys },
      properties: { ...Object.fromEntries(values), trainable },
      ...decayRule(params),
    },
  };
}

/** A separate weight decay needs a trained parameter. */
function decayRule(params: Activation["params"]): JsonSchema {
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
