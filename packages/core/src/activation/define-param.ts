import { RESERVED_NAMES } from "../formula/language/parse-formula.js";
import type { ActivationParamDefinition } from "./activation.js";
import { definitionError } from "./activation-error.js";

export interface ParamInput {
  readonly default: number;
  readonly min?: number;
  readonly max?: number;
  readonly trainable?: boolean;
  readonly per?: "layer" | "unit";
  readonly weight_decay?: number;
  readonly role?: "value" | "inputs";
}

/** What a weight decay is, for messages. */
export const DECAY = "a finite number of at least 0";

export function isDecay(value: number): boolean {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;

/** Throws an `ActivationError` for an invalid activation name. */
export function checkName(name: string): void {
  if (!NAME.test(name))
    throw definitionError(
      name,
      "a name begins with a letter and has at most 64 letters, digits and underscores",
    );
}

/**
 * A parameter with its defaults written out. Throws an `ActivationError` for names and ranges that cannot be
 * used.
 */
export function defineParam(activation: string, name: string, param: ParamInput): ActivationParamDefinition {
  if (!NAME.test(name))
    throw definitionError(activation, `${JSON.stringify(name)} is not a valid parameter name`);
  if (
    RESERVED_NAMES.includes(name) ||
    /^x\d*$/.test(name) ||
    ["name", "label", "trainable", "per", "weight_decay"].includes(name)
  ) {
    throw definitionError(activation, `the parameter name ${name} is reserved; choose another`);
  }
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = param;
  if (typeof param.default !== "number" || !Number.isFinite(param.default)) {
    throw definitionError(
      activation,
      `the parameter ${name} needs a finite number as default, got ${String(param.default)}`,
    );
  }
  if (!(min <= param.default && param.default <= max)) {
    throw definitionError(
      activation,
      `the default of ${name}, ${param.default}, is outside its range ${min} … ${max}`,
    );
  }
  const { weight_decay } = param;
  if (weight_decay !== undefined && !isDecay(weight_decay))
    throw definitionError(activation, `the weight_decay of ${name} is ${weight_decay}; ${DECAY} is expected`);
  return {
    name,
    default: param.default,
    ...(param.min === undefined ? {} : { min: param.min }),
    ...(param.max === undefined ? {} : { max: param.max }),
    trainable: param.trainable ?? false,
    per: param.per ?? "layer",
    ...(weight_decay === undefined ? {} : { weight_decay }),
    role: param.role ?? "value",
  };
}
