import { expand } from "../derivative/expanded-constant.js";
import type { Expr } from "../expr.js";
import { productFactors } from "../simplify/product-factors.js";
import { simplify } from "../simplify/simplify.js";
import { isOperation, operands, operandsOf, sameTree, sizeOf } from "../tree.js";

const MAX_SIZE = 60;
/** Numbers of few digits, whose products and sums f64 computes exactly. */
const FINEST = 1 / 64;
const LARGEST = 64;

/**
 * A sum times what one of its terms is divided by, multiplied out: 1 + x / (1 − x) gives 1, which tells that
 * the sum is never 0, though its parts cancel. Undefined where nothing is divided by x, or rounding would
 * make another equation of it.
 */
export function cleared(terms: readonly Expr[]): Expr | undefined {
  const divided = terms.flatMap(productFactors).find((factor) => operandsOf(factor, "div") !== undefined);
  const divisor = divided && operandsOf(divided, "div")?.[1];
  if (
    divisor === undefined ||
    !terms.every(isExact) ||
    terms.reduce<number>((sum, term) => sum + sizeOf(term), 0) > MAX_SIZE
  )
    return undefined;
  const all = terms.map((term) => times(term, divisor)).reduce<Expr>((sum, term) => ["add", sum, term], 0);
  const equation = simplify(expand(simplify(all, "slope")), "slope");
  // A quotient within a function stays, and would be cleared for ever.
  return quotients(equation) < terms.reduce<number>((sum, term) => sum + quotients(term), 0)
    ? equation
    : undefined;
}

function quotients(tree: Expr): number {
  if (!isOperation(tree)) return 0;
  const inner = operands(tree).reduce<number>((sum, part) => sum + quotients(part), 0);
  return inner + (tree[0] === "div" ? 1 : 0);
}

/** A term times a divisor, which is taken away where the term is divided by it. */
function times(term: Expr, divisor: Expr): Expr {
  const factors = productFactors(term);
  const at = factors.findIndex((factor) => sameTree(operandsOf(factor, "div")?.[1] ?? 1, divisor));
  const above = at < 0 ? divisor : (operandsOf(factors[at] ?? 1, "div")?.[0] ?? 1);
  return factors
    .filter((_, i) => i !== at)
    .reduce<Expr>((product, factor) => ["mul", product, factor], above);
}

function isExact(tree: Expr): boolean {
  if (typeof tree === "number") return Number.isInteger(tree / FINEST) && Math.abs(tree) <= LARGEST;
  return !isOperation(tree) || operands(tree).every(isExact);
}
