import type { AtKink } from "../at-kink.js";
import type { Expr, UnaryOp } from "../expr.js";
import { simplify } from "../simplify/simplify.js";
import { isFixed, isOperation, type Operation, sameTree } from "../tree.js";
import { type Direction, limitCondition, limitSteps } from "./limit-condition.js";
import { meetingKinks } from "./meeting-kinks.js";
import { polynomialQuotient } from "./polynomial-quotient.js";

export interface DerivativeOptions {
  readonly at_kink?: AtKink;
  /**
   * The variable from whose side `left` and `right` are seen, for a derivative in a parameter; the variable
   * itself unless given.
   */
  readonly along?: string;
}

const TWO_OVER_ROOT_PI = 1.1283791670955126;
const ONE_OVER_LN2 = 1.4426950408889634;
const ONE_OVER_LN10 = 0.4342944819032518;

/**
 * ∂tree/∂variable (`"x"`, `"x2"`, `"$alpha"`) as a tree, simplified; steps (sign, floor, ceil, round,
 * comparisons) have slope 0.
 */
export function derivative(tree: Expr, variable: string, options: DerivativeOptions = {}): Expr {
  const { at_kink = "torch", along = variable } = options;
  if (at_kink !== "mean") {
    const direction: Direction = {
      along,
      side: at_kink,
      rise: (part) => derivative(part, along),
      meeting: meetingKinks(tree),
    };
    return simplify(differentiate(limitSteps(tree, direction), variable, direction), "slope");
  }
  const left = derivative(tree, variable, { at_kink: "left", along });
  const right = derivative(tree, variable, { at_kink: "right", along });
  return sameTree(left, right) ? left : simplify(["mul", 0.5, ["add", left, right]], "slope");
}

function differentiate(tree: Expr, variable: string, direction: Direction): Expr {
  const done = new Map<Expr, Expr>();
  const d = (part: Expr): Expr => {
    if (!isOperation(part)) return part === variable ? 1 : 0;
    const known = done.get(part);
    if (known !== undefined) return known;
    const result = simplify(slopeOf(part, d, direction), "slope");
    done.set(part, result);
    return result;
  };
  return d(tree);
}

function slopeOf(tree: Operation, d: (part: Expr) => Expr, direction: Direction): Expr {
  switch (tree[0]) {
    case "neg":
      return ["neg", d(tree[1])];
    case "add":
    case "sub":
      return [tree[0], d(tree[1]), d(tree[2])];
    case "mul":
      return ["add", ["mul", d(tree[1]), tree[2]], ["mul", tree[1], d(tree[2])]];
    case "div":
      return slopeOfQuotient(tree[1], tree[2], d);
    case "pow":
      return slopeOfPower(tree[1], tree[2], d);
    case "min":
    case "max":
      return slopeOfExtreme([tree[0], tree[1], tree[2]], d, direction);
    case "clamp":
      return slopeOfClamp(tree, d, direction);
    case "where":
      return ["where", limitCondition(tree[1], direction), d(tree[2]), d(tree[3])];
    case "lt":
    case "le":
    case "gt":
    case "ge":
    case "eq":
    case "ne":
    case "and":
    case "or":
    case "not":
    case "sign":
    case "floor":
    case "ceil":
    case "round":
      return 0;
    case "abs":
      return slopeOfAbs(tree[1], d, direction);
    default: {
      const inner = d(tree[1]);
      return inner === 0 ? 0 : ["mul", slopeOfFunction(tree[0], tree[1], tree), inner];
    }
  }
}

type SmoothFunction = Exclude<UnaryOp, "neg" | "abs" | "sign" | "floor" | "ceil" | "round" | "not">;

/** f′(u), in forms that neither overflow nor cancel. */
function slopeOfFunction(op: SmoothFunction, u: Expr, value: Expr): Expr {
  switch (op) {
    case "exp":
      return value;
    case "expm1":
      return ["exp", u];
    case "log":
      return ["div", 1, u];
    case "log1p":
      return ["div", 1, ["add", u, 1]];
    case "log2":
      return ["div", ONE_OVER_LN2, u];
    case "log10":
      return ["div", ONE_OVER_LN10, u];
    case "sqrt":
      return ["div", 0.5, value];
    case "sin":
      return ["cos", u];
    case "cos":
      return ["neg", ["sin", u]];
    case "tan":
      return ["add", ["pow", value, 2], 1];
    case "sinh":
      return ["cosh", u];
    case "cosh":
      return ["sinh", u];
    case "tanh":
      return ["mul", 4, ["mul", ["sigmoid", ["mul", 2, u]], ["sigmoid", ["mul", -2, u]]]];
    case "sigmoid":
      return ["mul", value, ["sigmoid", ["neg", u]]];
    case "softplus":
      return ["sigmoid", u];
    case "erf":
      return ["mul", TWO_OVER_ROOT_PI, ["exp", ["neg", ["pow", u, 2]]]];
    case "erfc":
      return ["mul", -TWO_OVER_ROOT_PI, ["exp", ["neg", ["pow", u, 2]]]];
    case "atan":
      return ["div", 1, ["add", ["pow", u, 2], 1]];
    case "asinh":
      return ["div", 1, ["sqrt", ["add", ["pow", u, 2], 1]]];
    case "acosh":
      // Two roots, since u² − 1 would cancel near 1 and overflow far out.
      return ["div", 1, ["mul", ["sqrt", ["sub", u, 1]], ["sqrt", ["add", u, 1]]]];
    case "atanh":
      return ["div", 1, ["mul", ["sub", 1, u], ["add", u, 1]]];
    default:
      return op satisfies never;
  }
}

function slopeOfQuotient(a: Expr, b: Expr, d: (part: Expr) => Expr): Expr {
  const above = d(a);
  const below = d(b);
  if (below === 0) return ["div", above, b];
  return (
    polynomialQuotient({ a, b, above, below, d }) ?? [
      "sub",
      ["div", above, b],
      ["mul", ["div", a, b], ["div", below, b]],
    ]
  );
}

function slopeOfPower(base: Expr, exponent: Expr, d: (part: Expr) => Expr): Expr {
  const inner = d(base);
  const outer = d(exponent);
  const byBase: Expr =
    inner === 0 ? 0 : ["mul", ["mul", exponent, ["pow", base, simplify(["sub", exponent, 1])]], inner];
  if (outer === 0) return byBase;
  // bᵉ log b tends to 0 with b, where log b alone is −∞.
  const growth: Expr = ["where", ["gt", base, 0], ["mul", ["pow", base, exponent], ["log", base]], 0];
  return ["add", byBase, ["mul", growth, outer]];
}

/**
 * Under PyTorch's convention a constant that max or min meets alone counts where both are equal (relu, relu6,
 * hardtanh: 0); where another kink lies there too, and between two that vary, each side counts half (maximum,
 * minimum).
 */
function slopeOfExtreme(
  [op, a, b]: readonly ["min" | "max", Expr, Expr],
  d: (part: Expr) => Expr,
  direction: Direction,
): Expr {
  const comparison = op === "max" ? "gt" : "lt";
  const [first, second] = [d(a), d(b)];
  if (direction.side !== "torch") {
    return ["where", limitCondition([comparison, a, b], direction), first, second];
  }
  // Where they are equal the second counts: so the constant, if there is one, comes second.
  const strict: Expr = isFixed(a)
    ? ["where", [comparison, b, a], second, first]
    : ["where", [comparison, a, b], first, second];
  const varying = !isFixed(a) && !isFixed(b);
  const shared = varying ? (direction.along === "x" ? 1 : 0) : direction.meeting([op, a, b]);
  if (shared === 0) return strict;
  const tie: Expr = shared === 1 ? ["eq", a, b] : ["and", ["eq", a, b], shared];
  return ["where", tie, ["mul", 0.5, ["add", first, second]], strict];
}

/** PyTorch's clamp: at an end the slope of what is clamped. */
function slopeOfClamp(
  [, u, low, high]: readonly ["clamp", Expr, Expr, Expr],
  d: (part: Expr) => Expr,
  direction: Direction,
): Expr {
  const below = limitCondition(["lt", u, low], direction);
  const above = limitCondition(["gt", u, high], direction);
  return ["where", above, d(high), ["where", below, d(low), d(u)]];
}

function slopeOfAbs(u: Expr, d: (part: Expr) => Expr, direction: Direction): Expr {
  const inner = d(u);
  if (direction.side === "torch") return ["mul", ["sign", u], inner];
  return ["where", limitCondition(["gt", u, 0], direction), inner, ["neg", inner]];
}
