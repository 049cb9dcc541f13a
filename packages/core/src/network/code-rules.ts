import type { ActivationFunctions } from "../activation/activation-functions.js";
import type { CodeActivationSpec } from "../contract/spec.js";
import { supremum } from "../formula/supremum.js";
import type { ActivationFormulas } from "../kernels/activate.js";
import { normalExpectation } from "../math/normal-expectation.js";
import type { ActivationRules } from "./rules.js";

/** Finds the functions of an activation that is code; undefined where they are not at hand. */
export type FunctionsOf = (spec: CodeActivationSpec) => ActivationFunctions | undefined;

/** To kernels code is two numbers of each pre-activation, which it has written before they run. */
export const CODE_FORMULAS: ActivationFormulas = {
  inputs: 1,
  given: ["value", "slope"],
  value: "value",
  slopes: ["slope"],
  trained: [],
};

/** A trial whose activation is code that was not given with it. */
export class MissingCodeError extends Error {
  readonly code = "code_missing";

  constructor({ name, code }: CodeActivationSpec) {
    super(`the activation ${name} is code, and its plugin (SHA-256 ${code.slice(0, 12)}…) is not loaded`);
  }
}

/** The rules of an activation that is code. Throws a `MissingCodeError` without its functions. */
export function codeRules(spec: CodeActivationSpec, functionsOf: FunctionsOf | undefined): ActivationRules {
  const functions = functionsOf?.(spec);
  if (functions === undefined) throw new MissingCodeError(spec);
  const params = Object.fromEntries(spec.params.map(({ name, value }) => [name, value]));
  const value = (x: number): number => functions.value(x, params);
  const slope = (x: number): number => functions.slope(x, params);
  return {
    formulas: CODE_FORMULAS,
    live: [["ne", "slope", 0]],
    supSlope: supremum(slope, functions.kinks),
    secondMoment: () => normalExpectation((z) => value(z) * value(z), functions.kinks),
    functions: { value, slope },
  };
}
