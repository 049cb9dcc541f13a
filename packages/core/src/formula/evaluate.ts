import { binaryFunctions, clamp, unaryFunctions } from "./apply.js";
import type { Expr } from "./expr.js";
import { FormulaError } from "./language/formula-error.js";
import { isOperation, type Operation } from "./tree.js";

/** Values of a tree's variables. */
export interface Bindings {
  readonly x?: number;
  /** `x1`, `x2`, … of a gated unit. */
  readonly inputs?: readonly number[];
  readonly params?: Readonly<Record<string, number>>;
  /** 0.5, the mean, unless given. */
  readonly noise?: number;
}

type Evaluator = (bindings: Bindings) => number;

/**
 * A tree is mostly evaluated at thousands of points: functions made once per node take a third of the time of
 * a walk.
 */
const known = new WeakMap<Operation, Evaluator>();

/**
 * The value of a tree in f64; a variable without a value is a `FormulaError`. Only the taken side of a
 * `where` is evaluated.
 */
export function evaluate(tree: Expr, bindings: Bindings): number {
  return evaluatorOf(tree)(bindings);
}

function evaluatorOf(tree: Expr): Evaluator {
  if (!isOperation(tree)) return typeof tree === "number" ? () => tree : variable(tree);
  const before = known.get(tree);
  if (before) return before;
  const evaluator = operation(tree);
  known.set(tree, evaluator);
  return evaluator;
}

function operation(tree: Operation): Evaluator {
  const first = evaluatorOf(tree[1]);
  if (tree.length === 2) {
    const apply = unaryFunctions[tree[0]];
    return (bindings) => apply(first(bindings));
  }
  const second = evaluatorOf(tree[2]);
  if (tree.length === 4) {
    const third = evaluatorOf(tree[3]);
    return tree[0] === "where"
      ? (bindings) => (first(bindings) !== 0 ? second(bindings) : third(bindings))
      : (bindings) => clamp(first(bindings), second(bindings), third(bindings));
  }
  const apply = binaryFunctions[tree[0]];
  return (bindings) => apply(first(bindings), second(bindings));
}

function variable(name: string): Evaluator {
  const given = reader(name);
  return (bindings) => {
    const value = given(bindings);
    if (value !== undefined) return value;
    throw new FormulaError({
      code: "unknown_name",
      reason: `the formula uses ${name.replace("$", "")}, which has no value`,
    });
  };
}

/** What bindings say of a variable. */
function reader(name: string): (bindings: Bindings) => number | undefined {
  if (name === "x") return ({ x }) => x;
  if (name === "noise") return ({ noise = 0.5 }) => noise;
  if (name.startsWith("$")) {
    const param = name.slice(1);
    return ({ params }) => params?.[param];
  }
  const input = Number(name.slice(1)) - 1;
  return ({ inputs }) => inputs?.[input];
}
