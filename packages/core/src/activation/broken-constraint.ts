import { evaluate } from "../formula/evaluate.js";
import type { Expr } from "../formula/expr.js";
import { evaluateCondition, type ParsedCondition, parseCondition } from "../formula/language/condition.js";
import { formatFormula } from "../formula/language/format.js";
import { FormulaError } from "../formula/language/formula-error.js";
import { isFixed, isOperation, operands, operandsOf, variablesOf } from "../formula/tree.js";
import type { Activation } from "./activation.js";
import { definitionError } from "./activation-error.js";

/** What a constraint needs to know of an activation. */
type Constrained = Pick<Activation, "params"> & {
  readonly constraints?: readonly string[];
  readonly tree?: Expr;
};

/**
 * What values of an activation's parameters, defaults where absent, break: a condition of its definition such
 * as `low < high`, or a clamp whose lower bound is above its upper one, so that it is a constant. Undefined
 * where nothing is.
 */
export function brokenConstraint(
  { params, constraints = [], tree }: Constrained,
  given: Readonly<Record<string, number>> = {},
): string | undefined {
  const values = Object.fromEntries(params.map((param) => [param.name, given[param.name] ?? param.default]));
  const received = (names: readonly string[]): string =>
    names.length === 0 ? "" : `; received ${names.map((name) => `${name} ${values[name]}`).join(", ")}`;
  for (const text of constraints) {
    const condition = parseCondition(text);
    if (!evaluateCondition(condition, (name) => values[name]))
      return `needs ${text}${received(condition.names.map(({ name }) => name))}`;
  }
  const crossed = clampsOf(tree ?? 0).find(
    ({ low, high }) => evaluate(low, { params: values }) > evaluate(high, { params: values }),
  );
  if (crossed === undefined) return undefined;
  const { low, high } = crossed;
  const names = [...variablesOf(low), ...variablesOf(high)].map((name) => name.replace("$", ""));
  return `is constant where it clamps: the lower bound ${formatFormula(low)} is above the upper bound ${formatFormula(high)}${received(names)}`;
}

/**
 * The constraints of a definition, which may come from a plugin; throws an `ActivationError` for one that
 * cannot be used.
 */
export function checkConstraints(
  name: string,
  constraints: unknown,
  params: Activation["params"],
): readonly string[] {
  if (!Array.isArray(constraints) || !constraints.every((one) => typeof one === "string"))
    throw definitionError(name, "constraints is not a list of strings such as low < high");
  for (const text of constraints) {
    const unknown = read(name, text).names.find((one) => !params.some((param) => param.name === one.name));
    if (unknown !== undefined)
      throw definitionError(
        name,
        `the constraint ${text} uses ${unknown.name}, which is not one of its parameters`,
      );
  }
  return constraints;
}

function read(name: string, text: string): ParsedCondition {
  try {
    return parseCondition(text);
  } catch (error) {
    if (error instanceof FormulaError) throw definitionError(name, `the constraint ${text}: ${error.reason}`);
    throw error;
  }
}

interface Clamp {
  readonly low: Expr;
  readonly high: Expr;
}

/**
 * Every `clamp(f, low, high)`, `min(max(f, low), high)` and `max(min(f, high), low)` of a tree whose bounds
 * depend on parameters alone.
 */
function clampsOf(tree: Expr): readonly Clamp[] {
  if (!isOperation(tree)) return [];
  const [held = 0, low = 0, high = 0] = operandsOf(tree, "clamp") ?? [];
  return [
    ...(!isFixed(held) && isFixed(low) && isFixed(high) ? [{ low, high }] : []),
    ...bounds(tree, "min", "max").map(([first, second]) => ({ low: first, high: second })),
    ...bounds(tree, "max", "min").map(([first, second]) => ({ low: second, high: first })),
    ...operands(tree).flatMap(clampsOf),
  ];
}

/** The bounds, inner first, where the tree is the outer extreme of a bound and of an inner extreme. */
function bounds(tree: Expr, outer: "min" | "max", inner: "min" | "max"): readonly (readonly [Expr, Expr])[] {
  const parts = operandsOf(tree, outer) ?? [];
  return parts.flatMap((bound, i) => {
    const within = operandsOf(parts[1 - i] ?? 0, inner);
    if (!isFixed(bound) || within === undefined || within.every(isFixed)) return [];
    return within.filter(isFixed).map((first) => [first, bound] as const);
  });
}
