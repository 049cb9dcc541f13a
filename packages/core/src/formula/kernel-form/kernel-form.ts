import type { Expr } from "../expr.js";
import { productFactors } from "../simplify/product-factors.js";
import { simplify } from "../simplify/simplify.js";
import { isOperation, mapOperands, node, operandsOf } from "../tree.js";
import { decays, growth } from "./growth.js";
import { softplusFunction } from "./softplus-functions.js";

/** Above this degree a factor overflows f32 for |x| ≤ 1e30. */
const SAFE_GROWTH = 1.25;
/** Where u² is so much larger than what is added to it that the sum is u² in f64 too. */
const SQUARE_ALONE = 1e18;

/**
 * A canonical tree as the kernels compute it, equal to it but for what f32 does far out: factors that die out
 * are multiplied first and, where another factor may have overflowed, win over it; √(u² + c) does not square
 * large u; squares are products; tanh and sigmoid of softplus share one exponential; the sign of a sigmoid's
 * operand stands outside.
 */
export function kernelForm(tree: Expr): Expr {
  if (!isOperation(tree)) return tree;
  const shared = softplusFunction(tree);
  if (shared !== undefined) return kernelForm(shared);
  if (tree[0] === "mul" || (tree[0] === "neg" && isOperation(tree[1]) && tree[1][0] === "mul"))
    return product(tree);
  if (tree[0] === "sqrt") return root(tree[1]);
  if (tree[0] === "pow" && tree[2] === 2) {
    const base = kernelForm(tree[1]);
    return ["mul", base, base];
  }
  if (tree[0] === "sigmoid" || tree[0] === "softplus") {
    const [first, ...rest] = productFactors(tree[1]);
    if (typeof first === "number" && first < 0 && rest.length > 0) {
      return [tree[0], ["neg", kernelForm(simplify(["neg", tree[1]]))]];
    }
  }
  return mapOperands(tree, kernelForm);
}

function product(tree: Expr): Expr {
  const factors = productFactors(tree);
  const dying = factors.filter(decays);
  const others = factors.filter((factor) => !decays(factor)).flatMap(repeated);
  const degree = others.reduce<number>((sum, factor) => sum + growth(factor), 0);
  const join = (parts: readonly Expr[]): Expr =>
    parts.map(kernelForm).reduce((left, right) => ["mul", left, right]);
  if (dying.length === 0 || degree <= SAFE_GROWTH)
    return mapOperands(tree as Exclude<Expr, number | string>, kernelForm);
  const first = join(dying);
  const all = others.map(kernelForm).reduce((left, right) => ["mul", left, right], first);
  return others.some((factor) => growth(factor) > SAFE_GROWTH) ? ["where", ["eq", first, 0], 0, all] : all;
}

/** x³ as x, x, x, which can be multiplied one by one. */
function repeated(factor: Expr): Expr[] {
  const [base, exponent] = operandsOf(factor, "pow") ?? [];
  if (
    base === undefined ||
    typeof exponent !== "number" ||
    !Number.isInteger(exponent) ||
    exponent < 2 ||
    exponent > 8
  )
    return [factor];
  return Array.from({ length: exponent }, () => base);
}

/** √(f u² + c): beyond 1e18 it is √f |u|, without the square that would overflow. */
function root(q: Expr): Expr {
  const plain: Expr = ["sqrt", kernelForm(q)];
  const [square, added] = operandsOf(q, "add") ?? [];
  if (square === undefined || typeof added !== "number" || Math.abs(added) > 100) return plain;
  const factors = productFactors(square);
  const at = factors.findIndex((factor) => operandsOf(factor, "pow")?.[1] === 2 && growth(factor) > 0);
  const base = operandsOf(factors[at] ?? 0, "pow")?.[0];
  const scale = factors.filter((_, i) => i !== at);
  if (base === undefined || scale.some((factor) => growth(factor) > 0)) return plain;
  const far = simplify([
    "mul",
    ["sqrt", scale.reduce<Expr>((left, right) => ["mul", left, right], 1)],
    ["abs", base],
  ]);
  return ["where", ["gt", kernelForm(square), SQUARE_ALONE], kernelForm(far), node("sqrt", kernelForm(q))];
}
