import { log } from "../../math/log.js";
import type { Expr } from "../expr.js";
import { isNeverNegative } from "../kernel-form/growth.js";
import { isOperation, operandsOf, sameTree } from "../tree.js";
import { productFactors } from "./product-factors.js";
import {
  argument,
  negate,
  onePlusExp,
  type Rule,
  scaledOnePlusExp,
  sumTerms,
  times,
  twoExps,
} from "./shapes.js";
import { simplify } from "./simplify.js";

const LN2 = 0.6931471805599453;
/** 1 / ln 2 and 1 / ln 10. */
export const ONE_OVER_LN = { log2: 1.4426950408889634, log10: 0.4342944819032518 } as const;

/**
 * log(1 + eᵘ) = softplus u, also with factors, in products, quotients and powers, beside σ, exp and cosh;
 * log(1 + u) = log1p u; log(1 + tanh u) = log1p(tanh u) for u ≥ 0; log(u + √(u² ± c)) by asinh or acosh;
 * log((1 + u)/(1 − u)) = 2 atanh u; logarithms of base 2 and 10 by these.
 */
export const logarithms: Rule = ([op, a]) => {
  if (op === "log1p") {
    const u = argument(a, "exp");
    return u === undefined ? undefined : ["softplus", u];
  }
  if (op === "log2" || op === "log10") {
    const natural = naturalLog(a);
    return natural === undefined ? undefined : ["mul", ONE_OVER_LN[op], natural];
  }
  return op === "log" ? naturalLog(a) : undefined;
};

function naturalLog(a: Expr): Expr | undefined {
  if (typeof a === "number") return undefined;
  const positive = onePlusTanh(a) ?? logOfPositive(a) ?? inverseHyperbolic(a);
  if (positive !== undefined) return positive;
  const [first, second] = operandsOf(a, "add") ?? [];
  if (first !== undefined && second === 1) return ["log1p", first];
  const [one, rest] = operandsOf(a, "sub") ?? [];
  return one === 1 && rest !== undefined ? ["log1p", negate(rest)] : undefined;
}

/** 2 σ(2u) is how 1 + tanh u stands here; near u = 0 its logarithm would cancel where tanh u is tiny. */
function onePlusTanh(a: Expr): Expr | undefined {
  const [two, s, ...more] = productFactors(a);
  const w = argument(s, "sigmoid");
  if (two !== 2 || w === undefined || more.length > 0) return undefined;
  const u = times(0.5, w);
  return isNeverNegative(u) ? ["log1p", ["tanh", u]] : undefined;
}

/** The logarithm of what is built of positive numbers, exponentials, sums 1 + eᵘ, sigmoids and cosh. */
function logOfPositive(a: Expr): Expr | undefined {
  if (typeof a === "number") return a > 0 ? log(a) : undefined;
  if (!isOperation(a)) return undefined;
  switch (a[0]) {
    case "exp":
      return a[1];
    case "sigmoid":
      return ["neg", ["softplus", negate(a[1])]];
    case "cosh":
      return ["sub", ["add", a[1], ["softplus", times(-2, a[1])]], LN2];
    case "pow": {
      const base = logOfPositive(a[1]);
      return base === undefined ? undefined : ["mul", a[2], base];
    }
    case "mul":
    case "div": {
      const [left, right] = [logOfPositive(a[1]), logOfPositive(a[2])];
      if (left === undefined || right === undefined) return undefined;
      return [a[0] === "mul" ? "add" : "sub", left, right];
    }
    case "add":
      return logOfSum(a);
    default:
      return undefined;
  }
}

/** log(1 + eᵘ) = softplus u; log(f eᵛ + c) = log c + softplus u; log(eᵘ + eᵛ) = v + softplus(u − v). */
function logOfSum(a: Expr): Expr | undefined {
  const u = onePlusExp(a);
  if (u !== undefined) return ["softplus", u];
  const scaled = scaledOnePlusExp(a);
  if (scaled !== undefined) return ["add", ["softplus", scaled.u], log(scaled.c)];
  const pair = twoExps(a, "add");
  return pair === undefined ? undefined : ["add", pair[1], ["softplus", ["sub", pair[0], pair[1]]]];
}

/**
 * log(u + √(u² + c)) = asinh(u / √c) + ½ log c; log(u + √(u² − 1)) = acosh u; log((1 + u)/(1 − u)) = 2 atanh
 * u.
 */
function inverseHyperbolic(a: Expr): Expr | undefined {
  const ratio = operandsOf(a, "div");
  if (ratio !== undefined) {
    const [u, one] = operandsOf(ratio[0] ?? 0, "add") ?? [];
    const [alsoOne, v] = operandsOf(ratio[1] ?? 0, "sub") ?? [];
    const fits = one === 1 && alsoOne === 1 && u !== undefined && v !== undefined && sameTree(u, v);
    return fits ? ["mul", 2, ["atanh", u]] : undefined;
  }
  const [u, q] = rootBeside(a) ?? [];
  if (u === undefined || q === undefined) return undefined;
  const [square, c] = operandsOf(q, "add") ?? operandsOf(q, "sub") ?? [];
  if (square === undefined || typeof c !== "number" || c <= 0 || !isSquareOf(square, u)) return undefined;
  if (operandsOf(q, "sub") !== undefined) return c === 1 ? ["acosh", u] : undefined;
  return simplify(["add", 0.5 * log(c), ["asinh", times(1 / Math.sqrt(c), u)]]);
}

/** [u, q] of u + √q, whatever u is a sum of. */
function rootBeside(a: Expr): readonly [u: Expr, q: Expr] | undefined {
  const terms = sumTerms(a);
  const at = terms.findIndex(({ sign, term }) => sign === 1 && argument(term, "sqrt") !== undefined);
  const q = argument(terms[at]?.term, "sqrt");
  if (q === undefined || terms.length < 2) return undefined;
  const others = terms.filter((_, i) => i !== at);
  return [
    simplify(others.reduce<Expr>((sum, { sign, term }) => [sign === 1 ? "add" : "sub", sum, term], 0)),
    q,
  ];
}

function isSquareOf(tree: Expr, u: Expr): boolean {
  return (["mul", "pow"] as const).some((op) =>
    sameTree(simplify(op === "mul" ? ["mul", u, u] : ["pow", u, 2]), tree),
  );
}
