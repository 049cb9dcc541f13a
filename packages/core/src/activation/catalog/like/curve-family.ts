import { evaluate } from "../../../formula/evaluate.js";
import type { Expr } from "../../../formula/expr.js";
import { parseFormula } from "../../../formula/language/parse-formula.js";
import type { ActivationParamDefinition, FormulaActivation } from "../../activation.js";
import { brokenConstraint } from "../../broken-constraint.js";

/** The curves that an activation of one input takes on for values of its parameters. */
export interface CurveFamily {
  readonly name: string;
  readonly params: readonly ActivationParamDefinition[];
  /** Values at the places; noise at its mean. */
  at(places: readonly number[], values: readonly number[]): readonly number[];
  /** Values at the places with the defaults; asked for the same places they are computed once. */
  atDefaults(places: readonly number[]): readonly number[];
  /** Whether the parameters may take these values together. */
  allows(values: readonly number[]): boolean;
}

const known = new WeakMap<FormulaActivation, CurveFamily>();

/** The curves of an activation; the same object when it is asked for again. */
export function curveFamily(activation: FormulaActivation): CurveFamily {
  const before = known.get(activation);
  if (before) return before;
  const family = familyOf(activation);
  known.set(activation, family);
  return family;
}

/**
 * The curves of an activation's formula as it is written: hundreds of formulas are compared, and bringing
 * each into its canonical form would take seconds.
 */
function familyOf(activation: FormulaActivation): CurveFamily {
  const { name, params, constraints = [] } = activation;
  const names = params.map((param) => param.name);
  let parsed: Expr | undefined;
  const tree = (): Expr => {
    parsed ??= parseFormula(activation.formula, { params: names, inputs: 1 });
    return parsed;
  };
  const at = (places: readonly number[], values: readonly number[]): readonly number[] => {
    const written = tree();
    const bindings = { x: 0, params: named(names, values) };
    return places.map((x) => {
      bindings.x = x;
      return evaluate(written, bindings);
    });
  };
  const atDefaults = new Map<readonly number[], readonly number[]>();
  return {
    name,
    params,
    at,
    atDefaults: (places) => {
      const before = atDefaults.get(places);
      if (before) return before;
      const values = at(
        places,
        params.map((param) => param.default),
      );
      atDefaults.set(places, values);
      return values;
    },
    allows: (values) =>
      params.every(
        ({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }, i) =>
          min <= (values[i] ?? 0) && (values[i] ?? 0) <= max,
      ) && brokenConstraint({ params, constraints, tree: tree() }, named(names, values)) === undefined,
  };
}

const named = (names: readonly string[], values: readonly number[]): Readonly<Record<string, number>> =>
  Object.fromEntries(names.map((name, i) => [name, values[i] ?? 0]));
