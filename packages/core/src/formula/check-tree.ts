import { BINARY, type Expr, TERNARY, UNARY } from "./expr.js";
import { FormulaError } from "./language/formula-error.js";
import { MAX_DEPTH, MAX_NODES } from "./language/limits.js";

const ARITY: ReadonlyMap<unknown, number> = new Map<unknown, number>([
  ...UNARY.map((op) => [op, 1] as const),
  ...BINARY.map((op) => [op, 2] as const),
  ...TERNARY.map((op) => [op, 3] as const),
]);

/**
 * A tree from outside (a plugin, a file) as an `Expr`: known operators, their number of operands, finite numbers,
 * known variables, size and depth within the limits of formulas. Throws `FormulaError`; a cyclic tree is too deep.
 */
export function checkTree(tree: unknown, variables: ReadonlySet<string>): Expr {
  let nodes = 0;
  const visit = (part: unknown, depth: number): Expr => {
    if (depth > MAX_DEPTH)
      throw malformed("too_deep", `the formula is nested deeper than ${MAX_DEPTH}, or contains itself`);
    if (++nodes > MAX_NODES)
      throw malformed("too_many_nodes", `the formula has more than ${MAX_NODES} parts`);
    if (typeof part === "number") {
      if (!Number.isFinite(part))
        throw malformed("malformed_tree", `the formula holds ${part}, which is no finite number`);
      return part;
    }
    if (typeof part === "string") {
      if (variables.has(part)) return part;
      throw malformed(
        "unknown_name",
        `the formula reads ${JSON.stringify(part)}; known: ${[...variables].join(", ")}`,
      );
    }
    if (!Array.isArray(part))
      throw malformed(
        "malformed_tree",
        `the formula holds ${describe(part)} where a number, a name or an operation belongs`,
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
  return value === null || value === undefined ? String(value) : `a ${typeof value}`;
}

function malformed(
  code: "too_deep" | "too_many_nodes" | "malformed_tree" | "unknown_name" | "arguments",
  reason: string,
): FormulaError {
  return new FormulaError({ code, reason });
}
