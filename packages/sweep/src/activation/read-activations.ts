import {
  type Activation,
  ActivationError,
  activationSpec,
  canonicalJson,
  defineActivation,
  type FormulaActivation,
  FormulaError,
  mayBeRedefined,
  type ParamInput,
} from "@actbench/core/internal";
import type { z } from "zod";
import { check } from "../config/check.js";
import type { Path } from "../config/path.js";
import type { ProblemList } from "../config/problem-list.js";
import { quote } from "../config/quote.js";
import { formulaSchema } from "../settings/sweep-schema.js";
import { KnownActivations } from "./known-activations.js";

type Formula = z.infer<typeof formulaSchema>;

/**
 * The activations a sweep file may name: those of the catalog, which may be partial, and the file's own
 * formulas, which take precedence over entries that the catalog may have gained after the file was written.
 */
export function readActivations<A extends Activation = never>(
  own: unknown,
  { catalog, isPartial }: { readonly catalog: readonly A[]; readonly isPartial: boolean },
  problems: ProblemList,
): KnownActivations<A | FormulaActivation> {
  const byName = new Map<string, A | FormulaActivation>(
    catalog.map((activation) => [activation.name, activation]),
  );
  const faulty = new Set<string>();
  const known = new KnownActivations({ byName, faulty, isPartial });
  if (own === undefined || own === null) return known;
  if (typeof own !== "object" || Array.isArray(own)) {
    problems.add(["activations"], `expected a mapping of names to formulas, received ${quote(own)}`);
    return known;
  }
  for (const [name, raw] of Object.entries(own)) {
    const path: Path = ["activations", name];
    const before = byName.get(name);
    if (before !== undefined && !mayBeRedefined(before)) {
      problems.addKey(path, `${name} is an activation of the catalog`, "choose another name");
      continue;
    }
    const formula = check(formulaSchema, raw, path, problems);
    const activation = formula && define(name, formula, path, problems);
    if (activation === undefined) faulty.add(name);
    else byName.set(name, activation);
    if (before !== undefined && activation !== undefined && !isSameFormula(before, activation))
      problems.warn(`activations.${name}: this file's formula is used, not that of the catalog's ${name}`);
  }
  return known;
}

/** Both as they are trained by default. */
function isSameFormula(a: Activation, b: Activation): boolean {
  return canonicalJson(activationSpec(a)) === canonicalJson(activationSpec(b));
}

function define(
  name: string,
  { formula, params = {}, inputs, at_kink, constraints, summary, cite }: Formula,
  path: Path,
  problems: ProblemList,
): FormulaActivation | undefined {
  try {
    return defineActivation({
      name,
      formula,
      params: Object.fromEntries(
        Object.entries(params).map(([key, param]) => [key, withoutUndefined(param)]),
      ),
      ...(inputs === undefined ? {} : { inputs }),
      ...(at_kink === undefined ? {} : { at_kink }),
      ...(constraints === undefined ? {} : { constraints }),
      ...(summary === undefined ? {} : { summary }),
      ...(cite === undefined ? {} : { cite }),
    });
  } catch (error) {
    if (error instanceof FormulaError) {
      const column = error.position === undefined ? "" : ` at character ${error.position + 1}`;
      problems.add([...path, "formula"], `${error.reason}${column}`, error.hint);
    } else if (error instanceof ActivationError) problems.add(path, error.message);
    else throw error;
    return undefined;
  }
}

/** Absent and undefined are one in a file that was read, and two in types that are exact. */
function withoutUndefined(param: NonNullable<Formula["params"]>[string]): Omit<ParamInput, "role"> {
  const { default: value, min, max, trainable, per, weight_decay } = param;
  return {
    default: value,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(trainable === undefined ? {} : { trainable }),
    ...(per === undefined ? {} : { per }),
    ...(weight_decay === undefined ? {} : { weight_decay }),
  };
}
