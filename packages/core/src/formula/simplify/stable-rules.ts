import type { Expr } from "../expr.js";
import { type Operation, operandsOf, sameTree } from "../tree.js";
import { numberTimes } from "./number-times.js";
import { productFactors } from "./product-factors.js";
import { simplify } from "./simplify.js";
import { softplusQuotient } from "./softplus-quotient.js";

/** A rewrite of one node in canonical form, or undefined where it does not fit. */
type Rule = (tree: Operation) => Expr | undefined;

const negate = (u: Expr): Expr => simplify(["neg", u]);
const times = (factor: number, u: Expr): Expr => simplify(["mul", factor, u]);
const sigmoidOf = (u: Expr): Expr => ["sigmoid", u];
const argument = (tree: Expr | undefined, op: Operation[0]): Expr | undefined =>
  tree === undefined ? undefined : operandsOf(tree, op)?.[0];

/** [a, b] of a sum of two trees, [a, 1] of `a + 1`. */
const sumOf = (tree: Expr): readonly Expr[] | undefined => operandsOf(tree, "add");

/** u of `exp(u) + 1`. */
function onePlusExp(tree: Expr): Expr | undefined {
  const sum = sumOf(tree);
  return sum?.[1] === 1 ? argument(sum[0], "exp") : undefined;
}

/** [u, v] of `exp(u) + exp(v)`. */
function twoExps(tree: Expr, op: "add" | "sub"): readonly [Expr, Expr] | undefined {
  const [a, b] = operandsOf(tree, op) ?? [];
  const u = argument(a, "exp");
  const v = argument(b, "exp");
  return u !== undefined && v !== undefined ? [u, v] : undefined;
}

/** log(1 + eᵘ) = softplus u; log(1 + u) = log1p u; log(eᵘ + eᵛ) = v + softplus(u − v); log σ(u) = −softplus(−u). */
const logarithms: Rule = ([op, a]) => {
  if (op === "log1p") {
    const u = argument(a, "exp");
    return u === undefined ? undefined : ["softplus", u];
  }
  if (op !== "log") return undefined;
  const u = onePlusExp(a);
  if (u !== undefined) return ["softplus", u];
  const pair = twoExps(a, "add");
  if (pair) return ["add", pair[1], ["softplus", ["sub", pair[0], pair[1]]]];
  const sum = sumOf(a);
  if (sum?.[0] !== undefined && sum[1] === 1) return ["log1p", sum[0]];
  const difference = operandsOf(a, "sub");
  if (difference?.[0] === 1 && difference[1] !== undefined) return ["log1p", negate(difference[1])];
  const squashed = argument(a, "sigmoid");
  return squashed === undefined ? undefined : ["neg", ["softplus", negate(squashed)]];
};

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

/** 1 − σ(u) = σ(−u); 1 − tanh u = 2 σ(−2u); 1 − tanh² u = 4 σ(2u) σ(−2u), and back. */
function complement(b: Expr): Expr | undefined {
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

/** eᵘ eᵛ = eᵘ⁺ᵛ; eᵘ σ(−u) = σ(u); eᵘ σ(−c eᵘ) without an overflow; expm1(u) σ(−u) = tanh(u / 2). */
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
  const [factor, inner] = numberTimes(s);
  if (u !== undefined && factor <= -0.001 && sameTree(inner, ["exp", u]))
    return ["mul", other, ["exp", ["min", u, GONE]]];
  if (v !== undefined && sameTree(negate(s), v)) return ["mul", left, ["tanh", times(0.5, v)]];
  return undefined;
}

/** (eᵘ)ⁿ = eⁿᵘ. */
const powers: Rule = (tree) => {
  const [base, exponent] = operandsOf(tree, "pow") ?? [];
  const u = argument(base, "exp");
  return u === undefined || exponent === undefined ? undefined : ["exp", ["mul", exponent, u]];
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
  differences,
  sums,
  products,
  powers,
  exponentialsOfSoftplus,
];
