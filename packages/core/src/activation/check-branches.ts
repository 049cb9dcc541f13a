import { checkTree } from "../formula/check-tree.js";
import { evaluate } from "../formula/evaluate.js";
import type { Expr } from "../formula/expr.js";
import type { ActivationParamDefinition, FormulaActivation } from "./activation.js";
import { definitionError } from "./activation-error.js";
import { type ActivationInput, readFormula } from "./define-activation.js";

type FormulaFunction = (x: Expr, params: Readonly<Record<string, Expr>>, inputs: readonly Expr[]) => unknown;

interface Point {
  readonly x: number;
  readonly params: Readonly<Record<string, number>>;
}

const POINTS = [0, 1e-3, 0.1, 0.5, 1, 1.5, 2, 3, 6, 10, 20, 100, 1e4].flatMap((x) => [x, -x]);
const FEW = [-1.5, 0, 0.5, 2];
const VALUES = [0, 1, -1, 2];

/**
 * Compares what a formula that is a function builds from plain numbers with the tree it builds from symbols,
 * at some points and parameter values: they differ where it branches by JavaScript's `===`, `&&`, `!` or `?`,
 * which see a symbol and not a number. Throws an `ActivationError` then. For formulas from outside; those of
 * the catalog are tested.
 */
export function checkBranches<P extends string>(
  input: ActivationInput<P>,
  { name, params, inputs }: FormulaActivation,
): void {
  const { formula } = input;
  if (typeof formula !== "function") return;
  const tree = readFormula(input, params, inputs);
  for (const point of pointsOf(params)) {
    const values = inputsAt(point, inputs);
    const wanted = evaluate(tree, { ...point, inputs: values });
    const got = builtFromNumbers(formula as FormulaFunction, point, values);
    if (Object.is(got, wanted) || got === wanted) continue;
    const where = Object.entries({ x: point.x, ...point.params }).map(([key, value]) => `${key} = ${value}`);
    throw definitionError(
      name,
      `its formula branches on its arguments with JavaScript's ===, &&, ||, ! or ?, which see a symbol: built from numbers it is ${got} at ${where.join(", ")}, built from symbols ${wanted}; choose with where(gt(x, 0), x, 0), compare with eq, join with and, or`,
    );
  }
}

/** Every x with the defaults, a few with each parameter at other values. */
function pointsOf(params: readonly ActivationParamDefinition[]): readonly Point[] {
  const own = params.filter(({ role }) => role === "value");
  const defaults = Object.fromEntries(own.map((param) => [param.name, param.default]));
  const others = own.flatMap(({ name, min, max }) =>
    [...VALUES, min, max].flatMap((value) =>
      value === undefined ? [] : FEW.map((x) => ({ x, params: { ...defaults, [name]: value } })),
    ),
  );
  return [...POINTS.map((x) => ({ x, params: defaults })), ...others];
}

/** The first input is x; the others follow apart. */
function inputsAt({ x }: Point, inputs: number): readonly number[] {
  return Array.from({ length: inputs }, (_, i) => x + i * 0.75);
}

function builtFromNumbers(formula: FormulaFunction, { x, params }: Point, values: readonly number[]): number {
  const built: unknown = formula(x, params, values);
  // A function may also write the names themselves.
  const names = ["x", ...values.map((_, i) => `x${i + 1}`), ...Object.keys(params).map((key) => `$${key}`)];
  return evaluate(checkTree(built, new Set([...names, "noise"])), { x, params, inputs: values });
}
