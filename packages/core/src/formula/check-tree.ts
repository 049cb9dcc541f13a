import { BINARY, type Expr, TERNARY, UNARY } from "./expr.js";
import { FormulaSymbol } from "./formula-symbol.js";
import { FormulaError } from "./language/formula-error.js";
import { MAX_DEPTH, MAX_NODES } from "./language/limits.js";

const ARITY: ReadonlyMap<unknown, number> = new Map<unknown, number>([
  ...UNARY.map((op) => [op, 1] as const),
  ...BINARY.map((op) => [op, 2] as const),
  ...TERNARY.map((op) => [op, 3] as const),
]);

/**
 * A tree from outside (a plugin, a file) as an `Expr`: known operators, their number of operands, finite
 * numbers, known variables, size and depth within the limits of formulas. Throws `FormulaError`; a cyclic
 * tree is too deep.
 */
export function checkTree(tree: unknown, variables: ReadonlySet<string>): Expr {
  let nodes = 0;
  const visit = (given: unknown, depth: number): Expr => {
    const part = given instanceof FormulaSymbol ? given.name : given;
    if (depth > MAX_DEPTH)
      throw malformed("too_deep", `the formula is nested deeper than ${MAX_DEPTH}, or contains itself`);
    if (++nodes > MAX_NODES)
      throw malformed("too_many_nodes", `the formula has more than ${MAX_NODES} parts`);
    if (typeof part === "number") {
      if (!Number.isFinite(part))
        throw malformed("malformed_tree", `the formula holds ${part}, which is not a finite number`);
      return part;
    }
    if (typeof part === "string") {
      if (variables.has(part)) return part;
      throw malformed(
        "unknown_name",
        `the formula uses ${JSON.stringify(part)}; known names: ${[...variables].join(", ")}`,
      );
    }
    if (!Array.isArray(part))
      throw malformed(
        "malformed_tree",
        depth === 1
          ? `the formula gives ${describe(part)}; an expression tree is expected`
          : `the formula contains ${describe(part)} where a number, a name or an operation is expected`,
        hintFor(part),
      );
    const arity = ARITY.get(part[0]);
    if (arity === undefined)
      throw malformed("unknown_name", `unknown operator ${describe(part[0])} in the formula`);
    if (part.length !== arity + 1)
      throw malformed("arguments", `${part[0]} takes ${arity} operand(s), got ${part.length - 1}`);
    return [part[0], ...part.slice(1).map((operand) => visit(operand, depth + 1))] as unknown as Expr;
  };
  return visit(tree, 1);
}

function describe(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return value === null || typeof value === "undefined" || typeof value === "boolean"
    ? String(value)
    : `a ${typeof value}`;
}

/** What was probably meant. */
function hintFor(value: unknown): string | undefined {
  if (value === undefined) return "is a return missing?";
  return typeof value === "boolean"
    ? "JavaScript compared the symbol itself; compare with eq, gt, lt … and choose with where(gt(x, 0), x, 0)"
    : undefined;
}

function malformed(
  code: "too_deep" | "too_many_nodes" | "malformed_tree" | "unknown_name" | "arguments",
  reason: string,
  hint?: string,
): FormulaError {
  return new FormulaError({ code, reason, hint });
}
