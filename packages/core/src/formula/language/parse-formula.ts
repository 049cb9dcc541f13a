import { nearestName } from "../../text/nearest-name.js";
import { type Expr, UNARY, type UnaryOp } from "../expr.js";
import { inputNames } from "../input-names.js";
import { FormulaError } from "./formula-error.js";
import { parseSyntax } from "./parse-syntax.js";
import type { Syntax } from "./syntax.js";
import { unknownFunctionHint } from "./unknown-function.js";

export interface FormulaNames {
  /** Names of the parameters; each becomes the variable `$name`. */
  readonly params?: readonly string[];
  /** Pre-activations: 1 is `x`, k > 1 are `x1` … `xk`. */
  readonly inputs?: number;
}

const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ["pi", 3.141592653589793],
  ["e", 2.718281828459045],
]);
const UNARY_FUNCTIONS: ReadonlySet<string> = new Set(UNARY.filter((op) => op !== "neg" && op !== "not"));

/** The functions a formula may call. */
export const FUNCTION_NAMES: readonly string[] = [
  ...UNARY_FUNCTIONS,
  "pow",
  "min",
  "max",
  "where",
  "clamp",
].sort();
/** Reserved names, which no parameter can take. */
export const RESERVED_NAMES: readonly string[] = [
  ...FUNCTION_NAMES,
  ...CONSTANTS.keys(),
  "and",
  "or",
  "not",
  "noise",
];

/**
 * Reads a formula such as `x > 0 ? x : alpha * expm1(x)` into its tree; names other than `params`, the
 * inputs and the language's own are errors. Throws `FormulaError`. Nothing is evaluated or simplified.
 */
export function parseFormula(source: string, names: FormulaNames = {}): Expr {
  const variables = variablesOf(names);
  const resolve = (node: Syntax): Expr => {
    switch (node.kind) {
      case "number":
        return node.value;
      case "string":
        throw new FormulaError({
          code: "syntax",
          reason: "a formula contains only numbers",
          source,
          position: node.position,
        });
      case "name":
        return variable(node.name, node.position);
      case "call":
        return call(node.name, node.operands.map(resolve), node.position, source);
      case "operator":
        return [node.op, ...node.operands.map(resolve)] as unknown as Expr;
      default:
        return node satisfies never;
    }
  };
  const variable = (name: string, position: number): Expr => {
    const known = variables.get(name) ?? CONSTANTS.get(name);
    if (known !== undefined) return known;
    if (FUNCTION_NAMES.includes(name)) {
      throw new FormulaError({
        code: "syntax",
        reason: `the function ${name} needs its operands in brackets`,
        source,
        position,
      });
    }
    const nearest = nearestName(name, [...variables.keys(), ...CONSTANTS.keys()]);
    throw new FormulaError({
      code: "unknown_name",
      reason: `unknown name "${name}"`,
      hint: nearest ? `did you mean "${nearest}"?` : `known here: ${[...variables.keys()].join(", ")}`,
      source,
      position,
    });
  };
  return resolve(parseSyntax(source, "formula"));
}

function variablesOf({ params = [], inputs = 1 }: FormulaNames): Map<string, Expr> {
  const variables = new Map<string, Expr>([["noise", "noise"]]);
  for (const name of inputNames(inputs)) variables.set(name, name);
  for (const name of params) variables.set(name, `$${name}`);
  return variables;
}

function call(name: string, operands: readonly Expr[], position: number, source: string): Expr {
  const [a, b, c] = operands;
  const wrongCount = (expected: string): FormulaError =>
    new FormulaError({
      code: "arguments",
      reason: `${name} takes ${expected}, got ${operands.length}`,
      source,
      position,
    });
  if (UNARY_FUNCTIONS.has(name)) {
    if (operands.length !== 1 || a === undefined) throw wrongCount("one operand");
    return [name as UnaryOp, a];
  }
  if (name === "min" || name === "max") {
    if (operands.length < 2) throw wrongCount("two operands or more");
    return operands.reduce((left, right) => [name, left, right]);
  }
  if (name === "pow") {
    if (operands.length !== 2 || a === undefined || b === undefined) throw wrongCount("two operands");
    return ["pow", a, b];
  }
  if (name === "where" || name === "clamp") {
    if (operands.length !== 3 || a === undefined || b === undefined || c === undefined)
      throw wrongCount("three operands");
    return [name, a, b, c];
  }
  throw new FormulaError({
    code: "unknown_name",
    reason: `unknown function "${name}"`,
    hint: unknownFunctionHint(name, FUNCTION_NAMES),
    source,
    position,
  });
}
