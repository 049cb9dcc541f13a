import { type Expr, evaluate, FormulaError, formatFormula, parseFormula } from "@actbench/core/internal";

/** A function that someone wrote over numbers, as formula or default export. */
export type NumberFunction = (x: number, params: Readonly<Record<string, number>>) => unknown;

export interface FormulaLines {
  /** As text: `max(x, 0)`. */
  readonly text: string;
  /** With builders: `max(x, 0)` too, or `where(gt(x, 0), x, mul(a, x))`. */
  readonly built: string;
  /** The builders that it calls. */
  readonly builders: readonly string[];
}

const ARROW = /^\(?\s*(\w+)\s*(?:,\s*\{[^}]*\}\s*)?\)?\s*=>\s*(.+)$/s;
const FUNCTION = /^(?:function\b)?\s*\w*\s*\(\s*(\w+)\s*(?:,\s*\{[^}]*\}\s*)?\)\s*(\{.+\})$/s;
const RETURN = /^\{\s*return\b(.+?);?\s*\}$/s;
const POINTS = [-7.3, -1.1, -0.2, 0, 0.4, 1, 2.6, 9];

/**
 * How the language of formulas says what a function of x computes by JavaScript's own operators and `Math`;
 * undefined where it cannot, or where it would not give the function's numbers. `params` are the parameters
 * with their defaults.
 */
export function formulaLines(
  f: NumberFunction,
  params: Readonly<Record<string, number>>,
): FormulaLines | undefined {
  const source = String(f);
  const [, name = "x", body = ""] = ARROW.exec(source) ?? FUNCTION.exec(source) ?? [];
  const expression = body.startsWith("{") ? RETURN.exec(body)?.[1] : body;
  if (expression === undefined || expression === "") return undefined;
  const text = expression
    .replaceAll(/\bMath\.(\w+)/g, (_, word: string) =>
      word === "PI" || word === "E" ? word.toLowerCase() : word,
    )
    .replaceAll(new RegExp(`\\b${name}\\b`, "g"), "x")
    .replaceAll("===", "==")
    .replaceAll("!==", "!=")
    .replaceAll("**", "^");
  try {
    const tree = parseFormula(text.trim(), { params: Object.keys(params) });
    if (!POINTS.every((x) => isClose(f(x, params), evaluate(tree, { x, params })))) return undefined;
    return {
      text: formatFormula(tree),
      built: build(tree),
      builders: [...new Set(operatorsOf(tree))].sort(),
    };
  } catch (error) {
    if (error instanceof FormulaError || error instanceof Error) return undefined;
    throw error;
  }
}

function isClose(got: unknown, wanted: number): boolean {
  return typeof got === "number" && Math.abs(got - wanted) <= 1e-9 * (1 + Math.abs(wanted));
}

function build(tree: Expr): string {
  if (typeof tree === "number") return String(tree);
  if (typeof tree === "string") return tree.replace("$", "");
  const [op, ...operands] = tree;
  return `${op}(${operands.map(build).join(", ")})`;
}

function operatorsOf(tree: Expr): string[] {
  if (typeof tree === "number" || typeof tree === "string") return [];
  const [op, ...operands] = tree;
  return [op, ...operands.flatMap(operatorsOf)];
}
