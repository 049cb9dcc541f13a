import {
  type Activation,
  ActivationError,
  type ActivationInput,
  type CodeInput,
  canonicalJson,
  defineActivation,
  defineCode,
  nearestName,
} from "@actbench/core";
import { PluginError } from "./plugin-error.js";

const SHARED_KEYS = ["name", "params", "at_kink", "constraints", "family", "summary", "cite"];
const FORMULA_KEYS = [...SHARED_KEYS, "formula", "inputs"];
const CODE_KEYS = [...SHARED_KEYS, "value", "slope", "kinks"];
const PARAM_KEYS = ["default", "min", "max", "trainable", "per", "weight_decay", "role"];
const AT_KINK = ["torch", "left", "right", "mean"];

type Fields = Readonly<Record<string, unknown>>;

/** Reads a definition from a code plugin, which may be anything; `hash` is the plugin's, for what is code. Throws `PluginError`, `ActivationError`, `FormulaError`. */
export function readDefinition(raw: unknown, plugin: string, hash: string): Activation {
  const fields = mapping(raw, `${plugin}: a definition`);
  const name = fields.name;
  if (typeof name !== "string")
    throw new PluginError(`${plugin}: an activation has no name`, 'write name: "…"');
  const what = `${plugin}: activation "${name}"`;
  const isCode = holdsCode(fields);
  checkKeys(fields, isCode ? CODE_KEYS : FORMULA_KEYS, what);
  checkParams(fields.params, what);
  if (fields.at_kink !== undefined && !AT_KINK.includes(String(fields.at_kink)))
    throw new PluginError(
      `${what}: at_kink is ${show(fields.at_kink)}; one of ${AT_KINK.join(", ")} is expected`,
    );
  const define = (): Activation => {
    try {
      if (isCode) return defineCode(fields as unknown as CodeInput, hash);
      return defineActivation(fields as unknown as ActivationInput);
    } catch (error) {
      if (error instanceof ActivationError || (error instanceof Error && error.name === "FormulaError"))
        throw new PluginError(`${plugin}: ${error.message}`);
      throw new PluginError(`${what}: its formula threw ${String(error)}`, "a formula only builds a tree");
    }
  };
  const activation = define();
  const again = define();
  // A formula that is a function is code: called twice, it must build the same tree.
  if ("tree" in activation && "tree" in again && canonicalJson(activation.tree) !== canonicalJson(again.tree))
    throw new PluginError(
      `${what}: its formula gives another tree each time it is called`,
      "build the tree from x and the parameters alone; randomness is the variable noise",
    );
  return activation;
}

/** Whether a definition is code: functions instead of a formula. */
export function holdsCode(raw: unknown): boolean {
  return typeof raw === "object" && raw !== null && ("value" in raw || "slope" in raw);
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
    near === undefined ? `keys are ${known.join(", ")}` : `did you mean ${near}?`,
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
