import type { Json } from "@actbench/core";
import { check } from "../config/check.js";
import type { Path } from "../config/path.js";
import { PARAMETER_SCHEMA, type Parameter } from "../settings/parameter-schema.js";
import type { Setting } from "../settings/setting.js";
import { DISTRIBUTIONS, DRAWN_DISTRIBUTIONS, LISTED_DISTRIBUTIONS } from "./distributions.js";
import { allValues, gridValues, MAX_GRID_VALUES } from "./grid-values.js";
import { type ReadContext, readValue } from "./read-value.js";

/** What a parameter of a sweep file says: one fixed value, or the values of an axis. */
export interface ReadParameter {
  readonly values: readonly Json[];
  readonly isAxis: boolean;
  readonly when?: { readonly text: string; readonly path: Path };
}

/** Reads a parameter: a value, a list of values, `{ value }`, `{ values }`, or a range with a distribution. */
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
  const isRange = parameter.min !== undefined || parameter.max !== undefined || parameter.mu !== undefined;
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
  if (values !== undefined) return axis(setting, values, [...path, "values"], context);
  if (ranged) return range(setting, parameter, path, context);
  const read = readValue(setting, value, [...path, "value"], context);
  return { values: read, isAxis: read.length > 1 };
}

function axis(
  setting: Setting,
  raw: readonly unknown[],
  path: Path,
  context: ReadContext,
): ReadParameter | undefined {
  if (raw.length === 0) {
    context.problems.add(path, "this axis is empty", "give it a value, or take it out");
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

function range(
  setting: Setting,
  parameter: Parameter,
  path: Path,
  context: ReadContext,
): ReadParameter | undefined {
  const { problems } = context;
  const { min, max, count } = parameter;
  const whole = Number.isInteger(min) && Number.isInteger(max);
  const name = parameter.distribution ?? (whole ? "int_uniform" : "uniform");
  const distribution = DISTRIBUTIONS.find((known) => known.name === name);
  if (distribution === undefined) {
    const drawn = DRAWN_DISTRIBUTIONS.some((known) => known === name);
    problems.add(
      path,
      `${name} has no grid`,
      drawn ? "write values, or use another distribution" : "write values",
    );
    return undefined;
  }
  const missing = distribution.needs.filter((need) => parameter[need] === undefined);
  if (missing.length > 0) {
    problems.add(path, `${name} needs ${missing.join(" and ")}`);
    return undefined;
  }
  if (min !== undefined && max !== undefined && min > max) {
    problems.add([...path, "min"], `min ${min} is above max ${max}`);
    return undefined;
  }
  if (distribution.positive && (min ?? 1) <= 0) {
    problems.add([...path, "min"], `${name} needs a min above 0`, "a logarithmic scale has no 0");
    return undefined;
  }
  const all = count === undefined ? allValues(distribution, parameter) : undefined;
  if (count === undefined && all === undefined) {
    problems.add(path, `a grid of ${name} needs a count`, "for example count: 6");
    return undefined;
  }
  const wanted = count ?? all?.count ?? 0;
  if (wanted > MAX_GRID_VALUES) {
    problems.add(path, `this axis has ${wanted} values; at most ${MAX_GRID_VALUES}`, "give it a count");
    return undefined;
  }
  const values = all?.values() ?? gridValues(distribution, parameter, wanted);
  return { values: values.flatMap((value) => readValue(setting, value, path, context)), isAxis: true };
}

/** An object that is a value of the setting, such as `{ distribution: normal, scale: 1 }` of model.init. */
function isValueItself(setting: Setting, raw: Record<string, unknown>): boolean {
  if (setting.name === "model.activation") return "name" in raw;
  return setting.schema.safeParse(raw).success;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
