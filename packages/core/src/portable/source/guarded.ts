import {
  derivative,
  type Expr,
  evaluate,
  isOperation,
  mapOperands,
  operands,
  substitute,
  variablesOf,
} from "../../internal.js";

/** Where a side that is not taken is tried: around 0, and far out, beyond where exponentials overflow. */
const TRIED = [0, 0.5, 1, 2, 3, 10, 50, 100, 1e3, 1e9].flatMap((x) => [x, -x]);
/** Inputs at which a side may stand while it is not taken, in the order in which they are tried. */
const SAFE = [0, 1, -1, 0.5, -0.5, 2, -2];
const LARGEST = 3.4e38;

/**
 * A tree in which no side of a choice breaks the other: tools that differentiate compute both sides, and 0
 * times the infinite slope of the side not taken is NaN. Where a side or its slope is not finite at points
 * that take the other side, it reads the input through a choice of its own: elu's `expm1(x)` becomes `expm1(x
 * > 0 ? 0 : x)`.
 */
export function guarded(
  tree: Expr,
  inputs: readonly string[],
  params: Readonly<Record<string, number>>,
): Expr {
  if (!isOperation(tree)) return tree;
  const inside = mapOperands(tree, (part) => guarded(part, inputs, params));
  if (inside[0] !== "where") return inside;
  const [, condition, then, otherwise] = inside;
  const side = (part: Expr, taken: boolean): Expr => {
    const safe = safeInput(part, { condition, taken, inputs, params });
    if (safe === undefined) return part;
    const held = (name: string): Expr =>
      taken ? ["where", condition, name, safe] : ["where", condition, safe, name];
    return substitute(part, new Map(inputs.map((name) => [name, held(name)])));
  };
  return ["where", condition, side(then, true), side(otherwise, false)];
}

interface Side {
  readonly condition: Expr;
  /** Whether the side is taken where the condition holds. */
  readonly taken: boolean;
  readonly inputs: readonly string[];
  readonly params: Readonly<Record<string, number>>;
}

/** An input at which a side is finite; undefined where it needs none. */
function safeInput(part: Expr, { condition, taken, inputs, params }: Side): number | undefined {
  const read = inputs.filter((input) => variablesOf(part).has(input));
  if (read.length === 0) return undefined;
  const trees = [part, ...read.map((input) => derivative(part, input))];
  const at = (x: number) => ({ x, inputs: inputs.map(() => x), params });
  const isSafe = (x: number): boolean => trees.every((tree) => staysFinite(tree, at(x)));
  const breaks = TRIED.some((x) => (evaluate(condition, at(x)) !== 0) !== taken && !isSafe(x));
  return breaks ? SAFE.find(isSafe) : undefined;
}

type At = Parameters<typeof evaluate>[1];

/** Whether every number on the way to a tree's value is one in f32. */
function staysFinite(tree: Expr, at: At): boolean {
  if (typeof tree === "number") return true;
  if (!(Math.abs(evaluate(tree, at)) <= LARGEST)) return false;
  return typeof tree === "string" || operands(tree).every((part) => staysFinite(part, at));
}
