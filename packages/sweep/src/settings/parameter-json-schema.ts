import { z } from "zod";
import { DISTRIBUTIONS, type Distribution, LISTED_DISTRIBUTIONS } from "./distributions.js";
import { PARAMETER_SCHEMA } from "./parameter-schema.js";
import { type JsonSchema, settingMapping } from "./point-json-schema.js";
import type { Setting } from "./setting.js";

const FORM = z.toJSONSchema(PARAMETER_SCHEMA, { io: "input", unrepresentable: "any" }).properties ?? {};
const RANGE: JsonSchema = { $ref: "#/$defs/range" };
const NESTED: JsonSchema = { $ref: "#/$defs/nested parameters" };
/** What W&B nests under a name that is no setting; `name` and `type` would be that name itself. */
export const NESTED_ELSEWHERE: JsonSchema = { allOf: [NESTED, inner({ name: false, type: false })] };

/**
 * What stands under a setting in `parameters`: a value, a list of them, or a form; for settings that take
 * numbers also a range.
 */
export function axisSchema(setting: Setting, value: JsonSchema): JsonSchema {
  const values = { type: "array", items: value, minItems: 1 };
  const listed = LISTED_DISTRIBUTIONS.filter((name) => name !== "constant");
  return {
    anyOf: [
      // A list is an axis; where a value is a list itself, an axis is a list of lists.
      ...(setting.list ? [] : [{ allOf: [value, { not: { type: "array" } }] }]),
      values,
      form(["value"], { value, distribution: { const: "constant" } }),
      form(["values"], { values, distribution: { const: "categorical" }, probabilities: FORM.probabilities }),
      form(["values", "distribution", "probabilities"], {
        values,
        distribution: { enum: listed },
        probabilities: FORM.probabilities,
      }),
      ...(takesNumbers(setting) ? [RANGE] : []),
      // `optimizer: { parameters: { name: … } }`: name and type are the outer setting itself.
      { allOf: [NESTED, inner({ name: axisRef(setting), type: axisRef(setting) })] },
    ],
  };
}

/** The definitions that `axisSchema` refers to. */
export const AXIS_DEFINITIONS: Readonly<Record<string, JsonSchema>> = {
  range: {
    anyOf: [
      form(["min", "max"], numbers(["min", "max"])),
      { ...form([], numbers(["mu", "sigma"])), anyOf: [{ required: ["mu"] }, { required: ["sigma"] }] },
      ...shapes().map((group) => {
        const [first] = group;
        return first === undefined
          ? {}
          : form(["distribution", ...first.needs], {
              distribution: { enum: group.map(({ name }) => name) },
              ...numbers(first.takes),
              ...(first.positive ? { min: { type: "number", exclusiveMinimum: 0 } } : {}),
            });
      }),
    ],
  },
  "nested parameters": {
    type: "object",
    required: ["parameters"],
    additionalProperties: false,
    properties: {
      parameters: {
        ...settingMapping(axisRef, ["name", "type"]),
        patternProperties: { "^(name|type)$": true },
        additionalProperties: NESTED,
      },
    },
  },
};

/** The definition of what stands under a setting in `parameters`. */
export function axisRef({ name }: Setting): JsonSchema {
  return { $ref: `#/$defs/axis of ${name}` };
}

function inner(properties: JsonSchema): JsonSchema {
  return { properties: { parameters: { properties } } };
}

function takesNumbers({ schema }: Setting): boolean {
  return [0.5, 1].some((number) => schema.safeParse(number).success);
}

/** Distributions that take the same, together. */
function shapes(): readonly (readonly Distribution[])[] {
  const groups = new Map<string, Distribution[]>();
  for (const one of DISTRIBUTIONS) {
    const shape = JSON.stringify([one.needs, one.takes, one.positive]);
    groups.set(shape, [...(groups.get(shape) ?? []), one]);
  }
  return [...groups.values()];
}

function numbers(names: readonly string[]): JsonSchema {
  return { ...Object.fromEntries(names.map((name) => [name, FORM[name]])), count: FORM.count };
}

function form(required: readonly string[], properties: JsonSchema): JsonSchema {
  return {
    type: "object",
    required,
    additionalProperties: false,
    properties: { ...properties, when: FORM.when },
  };
}
