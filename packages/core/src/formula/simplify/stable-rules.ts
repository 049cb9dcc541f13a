import { exp } from "../../math/exp.js";
import type { Expr } from "../expr.js";
import { operandsOf, sameTree } from "../tree.js";
import { expQuotients } from "./exp-quotients.js";
import { hyperbolics } from "./hyperbolics.js";
import { logarithms } from "./logarithms.js";
import { numberTimes } from "./number-times.js";
import { productFactors } from "./product-factors.js";
import { argument, negate, onePlusExp, type Rule, sigmoidOf, times, twoExps } from "./shapes.js";
import { simplify } from "./simplify.js";
import { softplusQuotient } from "./softplus-quotient.js";

/** a / (1 + eᵘ) = a σ(−u), powers alike; a / eᵘ = a e⁻ᵘ; the tanh quotient; eᵘ / (eᵘ + eᵛ) = σ(u − v). */
const quotients: Rule = (tree) => {
  if (tree[0] !== "div") return undefined;
  const [, a, b] = tree;
  const u = onePlusExp(b);
  if (u !== undefined) return ["mul", a, sigmoidOf(negate(u))];
  const [base, exponent] = operandsOf(b, "pow") ?? [];
  const inPower = base === undefined ? undefined : onePlusExp(base);
  if (inPower !== undefined && exponent !== undefined)
    return ["mul", a, ["pow", sigmoidOf(negate(inPower)), exponent]];
  const below = argument(b, "exp");
  if (below !== undefined) return ["mul", a, ["exp", negate(below)]];
  const pair = twoExps(b, "add");
  if (!pair) return undefined;
  const [v, w] = pair;
  const difference = simplify(["sub", v, w]);
  const above = twoExps(a, "sub");
  if (above && sameTree(above[0], v) && sameTree(above[1], w)) return ["tanh", times(0.5, difference)];
  if (above && sameTree(above[0], w) && sameTree(above[1], v))
    return ["neg", ["tanh", times(0.5, difference)]];
  const numerator = argument(a, "exp");
  if (numerator !== undefined && sameTree(numerator, v)) return sigmoidOf(difference);
  if (numerator !== undefined && sameTree(numerator, w)) return sigmoidOf(negate(difference));
  const larger: Expr = sameTree(negate(v), w) ? ["abs", v] : ["max", v, w];
  return ["mul", a, ["mul", ["exp", ["neg", larger]], sigmoidOf(["abs", difference])]];
};

/** eᵘ − 1 = expm1 u; f eᵘ − f = f expm1 u; and the complements of sigmoid, tanh and softplus. */
const differences: Rule = (tree) => {
  if (tree[0] !== "sub") return undefined;
  const [, a, b] = tree;
  const subtrahend = argument(b, "exp");
  if (a === 1 && subtrahend !== undefined) return ["neg", ["expm1", subtrahend]];
  const scaled = scaledExp(a, b);
  if (scaled !== undefined) return scaled;
  if (a === 1) return complement(b);
  if (b === 1) {
    const t = argument(a, "tanh");
    if (t !== undefined) return ["mul", -2, sigmoidOf(times(-2, t))];
    const [two, s] = operandsOf(a, "mul") ?? [];
    const u = two === 2 ? argument(s, "sigmoid") : undefined;
    if (u !== undefined) return ["tanh", times(0.5, u)];
  }
  const plus = argument(b, "softplus");
  return plus !== undefined && sameTree(plus, a) ? ["neg", ["softplus", negate(a)]] : undefined;
};

/** f · eᵘ − f as f · expm1(u), f a number or any factor. */
function scaledExp(a: Expr, b: Expr): Expr | undefined {
  const factors = productFactors(a);
  const at = factors.findIndex((factor) => argument(factor, "exp") !== undefined);
  const u = argument(factors[at], "exp");
  if (u === undefined) return undefined;
  const rest = factors.filter((_, i) => i !== at).reduce<Expr>((left, right) => ["mul", left, right], 1);
  return sameTree(simplify(rest), b) ? ["mul", rest, ["expm1", u]] : undefined;
}

/**
 * 1 − σ(u) = σ(−u); 1 − 2 σ(u) = −tanh(u / 2); 1 − erf u = erfc u; 1 − tanh u = 2 σ(−2u); 1 − tanh² u = 4
 * σ(2u) σ(−2u), and back.
 */
function complement(b: Expr): Expr | undefined {
  const e = argument(b, "erf");
  if (e !== undefined) return ["erfc", e];
  const [two, only, ...others] = productFactors(b);
  const w = two === 2 && others.length === 0 ? argument(only, "sigmoid") : undefined;
  if (w !== undefined) return ["neg", ["tanh", times(0.5, w)]];
  const s = argument(b, "sigmoid");
  if (s !== undefined) return sigmoidOf(negate(s));
  const t = argument(b, "tanh");
  if (t !== undefined) return ["mul", 2, sigmoidOf(times(-2, t))];
  const [base, exponent] = operandsOf(b, "pow") ?? [];
  const squared = exponent === 2 ? argument(base, "tanh") : undefined;
  if (squared !== undefined)
    return ["mul", 4, ["mul", sigmoidOf(times(2, squared)), sigmoidOf(times(-2, squared))]];
  const [four, first, second, ...more] = productFactors(b);
  const u = argument(first, "sigmoid");
  const v = argument(second, "sigmoid");
  if (four !== 4 || u === undefined || v === undefined || more.length > 0) return undefined;
  return sameTree(negate(u), v) ? ["pow", ["tanh", times(0.5, u)], 2] : undefined;
}

/** 1 + tanh u = 2 σ(2u). */
const sums: Rule = (tree) => {
  const [a, b] = operandsOf(tree, "add") ?? [];
  const t = argument(a, "tanh");
  return t !== undefined && b === 1 ? ["mul", 2, sigmoidOf(times(2, t))] : undefined;
};

/** Where σ(−c · eᵘ) is 0 in f64 for any c of at least a thousandth, and eᵘ times 1e30 no infinity in f32. */
const GONE = 14;

/** eᵘ eᵛ = eᵘ⁺ᵛ; eᵘ σ(k − u) = eᵏ σ(u − k); eᵘ σ(−c eᵘ) without an overflow; expm1(u) σ(−u) = tanh(u / 2). */
const products: Rule = (tree) => {
  if (tree[0] !== "mul") return undefined;
  const factors = productFactors(tree);
  for (const [i, one] of factors.entries()) {
    const u = argument(one, "exp");
    const v = argument(one, "expm1");
    for (const [j, other] of factors.entries()) {
      if (i === j) continue;
      const joined = joinFactors(u, v, other);
      if (joined === undefined) continue;
      const rest = factors.filter((_, k) => k !== i && k !== j);
      return rest.reduce<Expr>((left, right) => ["mul", left, right], joined);
    }
  }
  return undefined;
};

function joinFactors(u: Expr | undefined, v: Expr | undefined, other: Expr): Expr | undefined {
  const second = argument(other, "exp");
  if (u !== undefined && second !== undefined) return ["exp", ["add", u, second]];
  const [base = other, exponent = 1] = operandsOf(other, "pow") ?? [];
  const s = argument(base, "sigmoid");
  if (s === undefined || typeof exponent !== "number") return undefined;
  const left: Expr = exponent === 1 ? 1 : ["pow", base, exponent - 1];
  if (u !== undefined && sameTree(negate(s), u)) return ["mul", left, sigmoidOf(u)];
  const k = u === undefined ? undefined : simplify(["add", s, u]);
  if (typeof k === "number") return ["mul", ["mul", exp(k), left], sigmoidOf(negate(s))];
  const [factor, inner] = numberTimes(s);
  if (u !== undefined && factor <= -0.001 && sameTree(inner, ["exp", u]))
    return ["mul", other, ["exp", ["min", u, GONE]]];
  if (v !== undefined && sameTree(negate(s), v)) return ["mul", left, ["tanh", times(0.5, v)]];
  return undefined;
}

/** (eᵘ)ⁿ = eⁿᵘ; (1 + eᵘ)ⁿ = e^(n softplus u) unless n is a whole number, which products do better. */
const powers: Rule = (tree) => {
  const [base, exponent] = operandsOf(tree, "pow") ?? [];
  if (base === undefined || exponent === undefined) return undefined;
  const u = argument(base, "exp");
  if (u !== undefined) return ["exp", ["mul", exponent, u]];
  const v = typeof exponent === "number" && Number.isInteger(exponent) ? undefined : onePlusExp(base);
  return v === undefined ? undefined : ["exp", ["mul", exponent, ["softplus", v]]];
};

/** e^(−n softplus u) = σ(−u)ⁿ; exp(softplus u) − 1 = eᵘ. */
const exponentialsOfSoftplus: Rule = ([op, a]) => {
  if (op !== "exp" && op !== "expm1") return undefined;
  const [factor, inner] = numberTimes(a);
  const u = argument(inner, "softplus");
  if (u === undefined) return undefined;
  if (op === "exp" && factor < 0 && Number.isInteger(factor)) return ["pow", sigmoidOf(negate(u)), -factor];
  if (op === "expm1" && factor === -1) return ["neg", sigmoidOf(u)];
  return op === "expm1" && factor === 1 ? ["exp", u] : undefined;
};

/** Every rewrite towards functions that stay finite, in the order they are tried. */
export const STABLE_RULES: readonly Rule[] = [
  logarithms,
  softplusQuotient,
  quotients,
  expQuotients,
  hyperbolics,
  differences,
  sums,
  products,
  powers,
  exponentialsOfSoftplus,
];
