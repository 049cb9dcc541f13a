import {
  ActivationError,
  type ActivationInput,
  type CodeInput,
  canonicalJson,
  checkBranches,
  checkCode,
  defineActivation,
  defineCode,
  type FormulaActivation,
  FormulaError,
  type LoadedCode,
  nearestName,
} from "@actbench/core/internal";
import type { NumberFunction } from "./formula-lines.js";
import { PluginError } from "./plugin-error.js";
import { keyHint, symbolHint } from "./plugin-hints.js";

const SHARED_KEYS = ["name", "params", "at_kink", "constraints", "family", "summary", "cite"];
const FORMULA_KEYS = [...SHARED_KEYS, "formula", "inputs"];
const CODE_KEYS = [...SHARED_KEYS, "value", "slope", "kinks"];
const PARAM_KEYS = ["default", "min", "max", "trainable", "per", "weight_decay", "role"];
const AT_KINK = ["torch", "left", "right", "mean"];

/** An activation as a plugin's own thread has it, its code included. */
export type LoadedActivation = FormulaActivation | LoadedCode;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a definition from a code plugin, which may be anything; code is without its hash. Throws
 * `PluginError`, `ActivationError`, `FormulaError`.
 */
export function readDefinition(raw: unknown, plugin: string): LoadedActivation {
  const fields = mapping(raw, `${plugin}: a definition`);
  const name = fields.name;
  if (typeof name !== "string")
    throw new PluginError(`${plugin}: an activation has no name`, namelessHint(fields));
  const what = `${plugin}: activation "${name}"`;
  const isCode = holdsCode(fields);
  checkKeys(fields, isCode ? CODE_KEYS : FORMULA_KEYS, what);
  checkParams(fields.params, what);
  if (fields.at_kink !== undefined && !AT_KINK.includes(String(fields.at_kink)))
    throw new PluginError(
      `${what}: at_kink is ${show(fields.at_kink)}; one of ${AT_KINK.join(", ")} is expected`,
    );
  const define = (): LoadedActivation =>
    isCode
      ? defineCode(fields as unknown as CodeInput, "")
      : defineActivation(fields as unknown as ActivationInput);
  return explained(fields, plugin, () => {
    const activation = define();
    const again = define();
    // A formula that is a function is code: called twice, it must build the same tree.
    if (
      "tree" in activation &&
      "tree" in again &&
      canonicalJson(activation.tree) !== canonicalJson(again.tree)
    )
      throw new PluginError(
        `${what}: its formula returns a different tree at every call`,
        "build the tree only from x and the parameters; randomness is the variable noise",
      );
    if ("tree" in activation) checkBranches(fields as unknown as ActivationInput, activation);
    else checkCode(fields as unknown as CodeInput);
    return activation;
  });
}

/** What `read` gives; what it throws, and what the plugin's own code threw in it, as a `PluginError`. */
function explained(fields: Fields, plugin: string, read: () => LoadedActivation): LoadedActivation {
  const what = `${plugin}: activation "${fields.name}"`;
  try {
    return read();
  } catch (error) {
    if (error instanceof PluginError) throw error;
    if (error instanceof ActivationError) throw new PluginError(`${plugin}: ${error.message}`);
    if (error instanceof FormulaError)
      throw error.code === "not_a_number"
        ? new PluginError(`${what}: ${error.message}`, hintForSymbols(fields))
        : new PluginError(`${what}: ${error.message}`);
    throw new PluginError(`${what}: its formula threw ${String(error)}`, "a formula only builds a tree");
  }
}

function hintForSymbols({ name, formula, params }: Fields): string {
  const defaults = Object.entries((params ?? {}) as Readonly<Record<string, Fields>>).map(
    ([key, param]) => [key, param.default as number] as const,
  );
  return symbolHint(String(name), formula as NumberFunction, Object.fromEntries(defaults));
}

/** Whether a definition is code: functions instead of a formula. */
function holdsCode(raw: unknown): boolean {
  return typeof raw === "object" && raw !== null && ("value" in raw || "slope" in raw);
}

/** Of `exports.a = …; exports.b = …` the default export holds the definitions by name. */
function namelessHint(fields: Fields): string {
  const held = Object.keys(fields).filter((key) => isDefinition(fields[key]));
  return held.length === 0
    ? 'write name: "…"'
    : `export one definition or a list of them: module.exports = [${held.map((key) => `exports.${key}`).join(", ")}]`;
}

/** Whether a value is a named mapping, as definitions are. */
export function isDefinition(value: unknown): boolean {
  return typeof value === "object" && value !== null && typeof (value as Fields).name === "string";
}

function checkParams(params: unknown, what: string): void {
  if (params === undefined) return;
  for (const [key, param] of Object.entries(mapping(params, `${what}: params`))) {
    const fields = mapping(param, `${what}: the parameter ${key}`);
    checkKeys(fields, PARAM_KEYS, `${what}: the parameter ${key}`);
    for (const bound of ["default", "min", "max", "weight_decay"] as const)
      if (fields[bound] !== undefined && !Number.isFinite(fields[bound]))
        throw new PluginError(
          `${what}: ${bound} of ${key} is ${show(fields[bound])}; a finite number is expected`,
        );
  }
}

function checkKeys(fields: Fields, known: readonly string[], what: string): void {
  const unknown = Object.keys(fields).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const near = nearestName(unknown, known);
  throw new PluginError(
    `${what}: unknown key "${unknown}"`,
    keyHint(unknown) ?? (near === undefined ? `keys are ${known.join(", ")}` : `did you mean ${near}?`),
  );
}

function mapping(value: unknown, what: string): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw new PluginError(`${what} is ${show(value)}; an object is expected`);
}

function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return Array.isArray(value)
    ? "a list"
    : typeof value === "object" && value !== null
      ? "an object"
      : String(value);
}
