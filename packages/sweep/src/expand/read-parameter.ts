import type { Json } from "@actbench/core/internal";
import { check } from "../config/check.js";
import type { Path } from "../config/path.js";
import { LISTED_DISTRIBUTIONS } from "../settings/distributions.js";
import { PARAMETER_SCHEMA, type Parameter } from "../settings/parameter-schema.js";
import type { Setting } from "../settings/setting.js";
import { readRange } from "./read-range.js";
import { type ReadContext, readValue } from "./read-value.js";

/** What a parameter of a sweep file says: one fixed value, or the values of an axis. */
export interface ReadParameter {
  readonly values: readonly Json[];
  readonly isAxis: boolean;
  /** Where values are drawn: the value at a quantile u; undefined, with a problem noted, for a wrong one. */
  readonly valueAt?: (u: number) => Json | undefined;
  readonly when?: { readonly text: string; readonly path: Path };
}

/**
 * Reads a parameter: a value, a list of values, `{ value }`, `{ values }`, or a range with a distribution.
 */
export function readParameter(
  setting: Setting,
  raw: unknown,
  path: Path,
  context: ReadContext,
): ReadParameter | undefined {
  const { problems } = context;
  if (Array.isArray(raw)) return axis(setting, raw, path, context);
  if (!isObject(raw) || isValueItself(setting, raw)) {
    const values = readValue(setting, raw, path, context);
    return { values, isAxis: values.length > 1 };
  }
  const parameter = check(PARAMETER_SCHEMA, raw, path, problems);
  if (parameter === undefined) return undefined;
  const { when: text, ...rest } = parameter;
  const read = readForm(setting, rest, path, context);
  if (read === undefined || text === undefined) return read;
  return { ...read, isAxis: true, when: { text, path: [...path, "when"] } };
}

function readForm(
  setting: Setting,
  parameter: Parameter,
  path: Path,
  context: ReadContext,
): ReadParameter | undefined {
  const { value, values, distribution } = parameter;
  const isRange = (["min", "max", "mu", "sigma"] as const).some((key) => parameter[key] !== undefined);
  const listed = LISTED_DISTRIBUTIONS.some((name) => name === distribution);
  const ranged = isRange || (distribution !== undefined && !listed && values === undefined);
  const forms = [value !== undefined, values !== undefined, ranged].filter(Boolean).length;
  if (forms !== 1) {
    context.problems.add(
      path,
      forms === 0 ? "this parameter has no values" : "this parameter has values in two ways",
      "write a value, values, or min and max with a distribution",
    );
    return undefined;
  }
  if (!ranged && !isOneForm(parameter, path, context)) return undefined;
  if (values !== undefined) {
    const read = axis(setting, values, [...path, "values"], context);
    return read && weighted(read, parameter, path, context);
  }
  if (ranged) return readRange(setting, parameter, path, context);
  const read = readValue(setting, value, [...path, "value"], context);
  return { values: read, isAxis: read.length > 1 };
}

/** What belongs to a value and to a list of values; anything else would be passed over in silence. */
const LISTED_FORMS = {
  value: { keys: ["value", "distribution"], distributions: ["constant"] },
  values: {
    keys: ["values", "distribution", "probabilities"],
    distributions: LISTED_DISTRIBUTIONS.filter((name) => name !== "constant"),
  },
} as const;

function isOneForm(parameter: Parameter, path: Path, { problems }: ReadContext): boolean {
  const form = parameter.values === undefined ? "value" : "values";
  const keys: readonly string[] = LISTED_FORMS[form].keys;
  const distributions: readonly string[] = LISTED_FORMS[form].distributions;
  const before = problems.problems.length;
  for (const [key, given] of Object.entries(parameter))
    if (given !== undefined && !keys.includes(key))
      problems.addKey([...path, key], `${form} has no ${key}`, "take it out");
  const { distribution } = parameter;
  if (distribution !== undefined && !distributions.includes(distribution))
    problems.add(
      [...path, "distribution"],
      `${form} has no distribution ${distribution}`,
      "remove it; a range has min and max",
    );
  return problems.problems.length === before;
}

function axis(
  setting: Setting,
  raw: readonly unknown[],
  path: Path,
  context: ReadContext,
): ReadParameter | undefined {
  if (raw.length === 0) {
    context.problems.add(path, "this axis is empty", "give it a value, or remove it");
    return undefined;
  }
  if (setting.list && raw.every((item) => typeof item === "number")) {
    context.problems.add(
      path,
      `an axis of ${setting.name} is a list of lists`,
      `write [[${raw.join(", ")}]] for one value, or set it under ${setting.section}:`,
    );
    return undefined;
  }
  return { values: raw.flatMap((item, i) => readValue(setting, item, [...path, i], context)), isAxis: true };
}

/** Values with probabilities: draws follow them, a grid takes all. */
function weighted(
  read: ReadParameter,
  { probabilities, distribution }: Parameter,
  path: Path,
  { problems, drawn: isDrawn }: ReadContext,
): ReadParameter | undefined {
  if (probabilities === undefined) {
    if (distribution !== "categorical_w_probabilities") return read;
    problems.add(path, `${distribution} needs probabilities`, "one per value");
    return undefined;
  }
  const { values } = read;
  const total = probabilities.reduce((sum, share) => sum + share, 0);
  if (probabilities.length !== values.length || Math.abs(total - 1) > 1e-6) {
    problems.add(
      [...path, "probabilities"],
      `${values.length} values need the same number of probabilities, with sum 1; there are ${probabilities.length} with sum ${total}`,
    );
    return undefined;
  }
  if (values.length > 1 && probabilities.filter((share) => share > 0).length === 1) {
    problems.add([...path, "probabilities"], "every draw is the same value", "write it as value");
    return undefined;
  }
  if (!isDrawn) {
    problems.warn(`${path.join(".")}: a grid takes every value; its probabilities are ignored`);
    return read;
  }
  const valueAt = (u: number): Json | undefined => {
    let below = 0;
    const index = probabilities.findIndex((share) => {
      below += share;
      return u * total < below;
    });
    return values[index === -1 ? values.length - 1 : index];
  };
  return { ...read, valueAt };
}

/** An object that is a value of the setting, such as `{ distribution: normal, scale: 1 }` of model.init. */
function isValueItself(setting: Setting, raw: Record<string, unknown>): boolean {
  if (setting.name === "model.activation") return "name" in raw;
  return setting.schema.safeParse(raw).success;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
