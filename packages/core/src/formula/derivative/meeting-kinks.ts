import { affine } from "../affine.js";
import type { Expr } from "../expr.js";
import { numberTimes } from "../simplify/number-times.js";
import { simplify } from "../simplify/simplify.js";
import { isOperation, node, type Operation, operands, sameTree, substitute } from "../tree.js";
import { zeroParts } from "../zeros/zero-parts.js";

/** The two sides that a kink compares; it lies where they are equal. */
type Sides = readonly [a: Expr, b: Expr];

/** More that cannot be known beforehand are not looked for, since every slope would have to ask. */
const MAX_OPEN = 8;

interface Kink {
  readonly tree: Operation;
  readonly sides: readonly Sides[];
}

/**
 * For a formula, and a max or min of it: the condition under which another kink of the formula lies at the
 * same point: 0 for never, 1 for always, else a tree. `max(0, x) + min(0, a * expm1(x))` has two kinks at 0.
 * Of a kink inside another's operands, as in `min(max(x, 0), 6)`, each stands alone.
 */
export function meetingKinks(formula: Expr): (extreme: Operation) => Expr {
  let kinks: readonly Kink[] | undefined;
  return (extreme) => {
    kinks ??= kinksOf(formula);
    const own: Sides = [extreme[1], extreme[2] as Expr];
    const found = kinks
      .filter(({ tree }) => !contains(tree, extreme) && !contains(extreme, tree))
      .flatMap(({ sides }) => sides)
      .map((other) => meeting(own, other));
    const open = found.filter(isOperation).length;
    return found
      .filter((one) => open <= MAX_OPEN || !isOperation(one))
      .reduce<Expr>((some, one) => either(some, one), 0);
  };
}

function kinksOf(formula: Expr, into: Kink[] = []): readonly Kink[] {
  if (!isOperation(formula)) return into;
  const sides = sidesOf(formula);
  if (sides.length > 0 && !into.some(({ tree }) => sameTree(tree, formula)))
    into.push({ tree: formula, sides });
  for (const operand of operands(formula)) kinksOf(operand, into);
  return into;
}

function sidesOf(tree: Operation): readonly Sides[] {
  switch (tree[0]) {
    case "max":
    case "min":
      return [[tree[1], tree[2]]];
    case "clamp":
      return [
        [tree[1], tree[2]],
        [tree[1], tree[3]],
      ];
    case "abs":
    case "sign":
      return [[tree[1], 0]];
    case "where":
      return comparisons(tree[1]);
    default:
      return [];
  }
}

function comparisons(condition: Expr): readonly Sides[] {
  if (!isOperation(condition)) return [];
  switch (condition[0]) {
    case "lt":
    case "le":
    case "gt":
    case "ge":
      return [[condition[1], condition[2]]];
    case "and":
    case "or":
    case "not":
      return operands(condition).flatMap(comparisons);
    default:
      return [];
  }
}

/** Where both pairs of sides are equal, given that the first is. */
function meeting(own: Sides, other: Sides): Expr {
  const [d, e] = [difference(own), difference(other)];
  if (sameTree(numberTimes(d)[1], numberTimes(e)[1])) return 1;
  const [at, elsewhere] = [rootsOf(d), rootsOf(e)];
  if (at && elsewhere) {
    const common = at.filter((root) => elsewhere.includes(root));
    if (common.length === 0) return 0;
    if (common.length === at.length) return 1;
  } else {
    const known = at ? allAt(at, e) : elsewhere && allAt(elsewhere, d);
    if (known !== undefined) return known;
  }
  return ["eq", ...other];
}

function difference([a, b]: Sides): Expr {
  return simplify(["sub", a, b], "slope");
}

/**
 * Where a tree of x is 0, if that comes down to straight lines without parameters, as for tanh(x − 1) · x³.
 */
function rootsOf(tree: Expr): readonly number[] | undefined {
  const roots: number[] = [];
  for (const part of zeroParts(tree)) {
    const line = affine(part);
    if (line === undefined || line.slope === 0) return undefined;
    roots.push(-line.intercept / line.slope + 0);
  }
  return roots;
}

/** 1 or 0 where a tree is 0 at all of some x, or at none. */
function allAt(roots: readonly number[], tree: Expr): 0 | 1 | undefined {
  const values = roots.map((x) => simplify(substitute(tree, new Map([["x", x]])), "slope"));
  if (values.every((value) => value === 0)) return 1;
  return values.every((value) => typeof value === "number" && value !== 0) ? 0 : undefined;
}

function either(a: Expr, b: Expr): Expr {
  if (a === 0 || b === 1) return b;
  return b === 0 || a === 1 ? a : node("or", a, b);
}

function contains(tree: Expr, part: Operation): boolean {
  if (!isOperation(tree)) return false;
  return sameTree(tree, part) || operands(tree).some((operand) => contains(operand, part));
}
