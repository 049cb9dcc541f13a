import {
  type Activation,
  type ActivationParamDefinition,
  type ActivationSettings,
  type ActivationSpec,
  activationSpec,
  brokenConstraint,
} from "@actbench/core/internal";
import { check } from "../config/check.js";
import { nearestHint } from "../config/nearest.js";
import { numberHint } from "../config/number-hint.js";
import type { Path } from "../config/path.js";
import type { ProblemList } from "../config/problem-list.js";
import { quote } from "../config/quote.js";
import { type ActivationEntry, ENTRY_KEYS, ENTRY_SCHEMA } from "../settings/activation-entry.js";
import type { KnownActivations } from "./known-activations.js";
import { otherParameterHint } from "./other-names.js";

/**
 * Reads one activation entry: a name, or a mapping with values of its parameters. A parameter with a list of
 * values makes one activation of each.
 */
export function readEntry(
  raw: unknown,
  path: Path,
  known: KnownActivations,
  problems: ProblemList,
): readonly ActivationSpec[] {
  const fields = typeof raw === "string" ? { name: raw } : raw;
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
    problems.add(path, `expected an activation's name or { name, … }, received ${quote(raw)}`);
    return [];
  }
  const nested = nestedName(fields, known);
  if (nested !== undefined) {
    problems.add(
      path,
      `expected an activation's name or { name, … }, received ${quote(raw)}`,
      `write ${nested}`,
    );
    return [];
  }
  const entry = check(ENTRY_SCHEMA, fields, path, problems);
  if (entry === undefined) return [];
  const activation = known.find(entry.name, typeof raw === "string" ? path : [...path, "name"], problems);
  if (activation === undefined) return [];
  const choices = readParams(activation, fields as Readonly<Record<string, unknown>>, path, problems);
  if (choices === undefined) return [];
  if (entry.label !== undefined && choices.length > 1) {
    problems.add([...path, "label"], `one label cannot name ${choices.length} activations`);
    return [];
  }
  if (!trainableFits(entry, activation, path, problems)) return [];
  const broken = choices.flatMap((params) => brokenConstraint(activation, params) ?? []);
  for (const what of broken)
    problems.add(
      path,
      `${activation.name} ${what}`,
      choices.length > 1 ? "write valid pairs as separate entries" : undefined,
    );
  if (broken.length > 0) return [];
  const specs = choices.map((params) => activationSpec(activation, settingsOf(params, entry)));
  if (entry.weight_decay !== undefined && !specs[0]?.params.some(({ trainable }) => trainable))
    problems.add(
      [...path, "weight_decay"],
      `${activation.name} has no trained parameter that could decay`,
      activation.params.length > 0 ? "write trainable: true, or remove weight_decay" : "take it out",
    );
  return specs;
}

/** How `{ leaky_relu: { alpha: 0.2 } }` is written. */
function nestedName(fields: object, known: KnownActivations): string | undefined {
  const [[name, inner] = ["", undefined], ...more] = Object.entries(fields);
  if (more.length > 0 || !known.byName.has(name)) return undefined;
  const params = typeof inner === "object" && inner !== null ? Object.entries(inner) : [];
  const written = params.map(([key, value]) => `, ${key}: ${JSON.stringify(value)}`).join("");
  return `{ name: ${name}${written} }`;
}

function readParams(
  activation: Activation,
  fields: Readonly<Record<string, unknown>>,
  path: Path,
  problems: ProblemList,
): readonly Readonly<Record<string, number>>[] | undefined {
  let choices: Record<string, number>[] = [{}];
  let isWhole = true;
  for (const [key, raw] of Object.entries(fields)) {
    if (ENTRY_KEYS.includes(key)) continue;
    const param = activation.params.find(({ name }) => name === key);
    const at = [...path, key];
    if (param === undefined) {
      const names = activation.params.map(({ name }) => name);
      const hint = nearestHint(key, [...names, ...ENTRY_KEYS]);
      problems.addKey(
        at,
        `${activation.name} has no parameter ${key}`,
        otherParameterHint(activation, key, raw) ?? (names.length === 0 ? "it has none" : hint),
      );
      isWhole = false;
      continue;
    }
    const values = Array.isArray(raw)
      ? raw.map((item: unknown, i) => paramValue(param, item, [...at, i], problems))
      : [paramValue(param, raw, at, problems)];
    if (values.length === 0) problems.add(at, "this axis is empty", "give it a value, or remove it");
    const whole = values.filter((value) => value !== undefined);
    isWhole &&= whole.length === values.length && whole.length > 0;
    choices = choices.flatMap((choice) => whole.map((value) => ({ ...choice, [key]: value })));
  }
  return isWhole ? choices : undefined;
}

function paramValue(
  param: ActivationParamDefinition,
  raw: unknown,
  path: Path,
  problems: ProblemList,
): number | undefined {
  if (typeof raw !== "number" || !Number.isFinite(raw)) {
    const hint = typeof raw === "string" ? numberHint(raw) : undefined;
    problems.add(path, `expected a number, received ${quote(raw)}`, hint);
    return undefined;
  }
  const { min, max, role } = param;
  if (role === "inputs" && !Number.isInteger(raw)) {
    problems.add(path, `${param.name} must be a whole number, received ${raw}`);
    return undefined;
  }
  if ((min !== undefined && raw < min) || (max !== undefined && raw > max)) {
    const low = min === undefined ? "" : ` at least ${min}`;
    const high = max === undefined ? "" : `${low === "" ? "" : " and"} at most ${max}`;
    problems.add(path, `${param.name} must be${low}${high}, received ${raw}`);
    return undefined;
  }
  return raw;
}

function trainableFits(
  { trainable, per }: ActivationEntry,
  activation: Activation,
  path: Path,
  problems: ProblemList,
): boolean {
  const names = activation.params.map(({ name }) => name);
  const before = problems.problems.length;
  if ("code" in activation && (trainable === true || Array.isArray(trainable)))
    problems.add(path, `${activation.name} is code: its parameters cannot be trained`, "a formula's can");
  if ((trainable === true || per !== undefined) && names.length === 0)
    problems.add(path, `${activation.name} has no parameter that could be trained`);
  if (Array.isArray(trainable))
    trainable.forEach((name, i) => {
      if (!names.includes(name))
        problems.add(
          [...path, "trainable", i],
          `${activation.name} has no parameter ${name}`,
          nearestHint(name, names),
        );
    });
  return problems.problems.length === before;
}

/** What the core needs to make the activation that an entry describes. */
function settingsOf(params: Readonly<Record<string, number>>, entry: ActivationEntry): ActivationSettings {
  const { trainable, per, label, weight_decay } = entry;
  const trained = Array.isArray(trainable)
    ? Object.fromEntries(trainable.map((name) => [name, true]))
    : trainable;
  return {
    params,
    ...(trained === undefined ? {} : { trainable: trained }),
    ...(per === undefined ? {} : { per }),
    ...(weight_decay === undefined ? {} : { weight_decay }),
    ...(label === undefined ? {} : { label }),
  };
}
