import type { AtKink } from "../formula/at-kink.js";
import type { LoadedCode } from "./activation.js";
import { definitionError } from "./activation-error.js";
import type { ActivationFunctions } from "./activation-functions.js";
import { brokenConstraint, checkConstraints } from "./broken-constraint.js";
import { checkName, defineParam, type ParamInput } from "./define-param.js";

export interface CodeInput {
  readonly name: string;
  /** They stay as they are: code says nothing of its slope in them. */
  readonly params?: Readonly<Record<string, ParamInput>>;
  readonly value: ActivationFunctions["value"];
  readonly slope: ActivationFunctions["slope"];
  /** Where value or slope jump. */
  readonly kinks?: readonly number[];
  readonly at_kink?: AtKink;
  /** Conditions that values of the parameters must meet, such as `low < high`. */
  readonly constraints?: readonly string[];
  readonly family?: string;
  readonly summary?: string;
  readonly cite?: string;
}

/**
 * An activation from two functions, where no formula can be; `code` is the SHA-256 (hex) of the files that
 * hold them. Throws an `ActivationError` for names, ranges or fields that cannot be used, whatever their
 * types.
 */
export function defineCode(input: CodeInput, code: string): LoadedCode {
  const {
    name,
    value,
    slope,
    kinks = [],
    at_kink = "torch",
    family = "code",
    summary = "",
    cite = "",
  } = input;
  checkName(name);
  for (const [key, given] of Object.entries({ value, slope }))
    if (typeof given !== "function")
      throw definitionError(
        name,
        `${key} is ${String(given)}; a function of (x, params) is expected: give both value and slope, or a formula, from which the slope is derived`,
      );
  if (!Array.isArray(kinks) || !kinks.every((kink) => Number.isFinite(kink)))
    throw definitionError(name, `kinks is ${JSON.stringify(kinks)}; a list of numbers is expected`);
  const params = Object.entries(input.params ?? {}).map(([key, param]) => defineParam(name, key, param));
  const trained = params.find(({ trainable }) => trainable);
  if (trained !== undefined)
    throw definitionError(
      name,
      `the parameter ${trained.name} is trainable, but code has no derivative with respect to it; leave trainable out, or give a formula`,
    );
  const counted = params.find(({ role }) => role === "inputs");
  if (counted !== undefined)
    throw definitionError(name, `the parameter ${counted.name} counts inputs; code has one input, x`);
  const constraints = checkConstraints(name, input.constraints ?? [], params);
  const broken = brokenConstraint({ params, constraints });
  if (broken !== undefined) throw definitionError(name, `with its defaults it ${broken}`);
  const functions = { value, slope, kinks };
  const named = { name, family, summary, cite, params, ...(constraints.length === 0 ? {} : { constraints }) };
  return { ...named, inputs: 1, at_kink, code, functions };
}
