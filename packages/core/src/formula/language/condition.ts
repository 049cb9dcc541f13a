import { applyBinary, applyUnary } from "../apply.js";
import type { BinaryOp, UnaryOp } from "../expr.js";
import { FormulaError } from "./formula-error.js";
import { FUNCTION_NAMES } from "./parse-formula.js";
import { parseSyntax } from "./parse-syntax.js";
import type { Syntax } from "./syntax.js";
import { unknownFunctionHint } from "./unknown-function.js";

/** What a setting can be compared as; true and false count as 1 and 0. */
export type ConditionValue = number | string | boolean | null;

/**
 * A condition over named settings, such as `train.optimizer == "sgd" and train.lr * train.momentum < 0.8`.
 */
export interface ParsedCondition {
  readonly source: string;
  readonly tree: Syntax;
  /** The settings it names, with the place of the first mention (a 0-based offset). */
  readonly names: readonly { readonly name: string; readonly position: number }[];
}

const CONSTANTS: ReadonlyMap<string, ConditionValue> = new Map<string, ConditionValue>([
  ["true", true],
  ["false", false],
  ["null", null],
  ["pi", 3.141592653589793],
]);

/**
 * Reads a condition: the language of formulas with dotted names and strings. Throws `FormulaError` with the
 * place.
 */
export function parseCondition(source: string): ParsedCondition {
  const tree = parseSyntax(source, "condition");
  const names = new Map<string, number>();
  const visit = (node: Syntax): void => {
    if (node.kind === "name" && !CONSTANTS.has(node.name) && !names.has(node.name))
      names.set(node.name, node.position);
    if (node.kind === "call") checkCall(node.name, node.operands.length, node.position, source);
    if (node.kind === "call" || node.kind === "operator") node.operands.forEach(visit);
  };
  visit(tree);
  return { source, tree, names: [...names].map(([name, position]) => ({ name, position })) };
}

/**
 * Whether a condition holds for the settings that `lookup` gives; one that names a setting which `lookup`
 * does not know (undefined) holds. Arithmetic on a text is a `FormulaError`; a text never equals a number.
 */
export function evaluateCondition(
  { tree, source, names }: ParsedCondition,
  lookup: (name: string) => ConditionValue | undefined,
): boolean {
  if (names.some(({ name }) => lookup(name) === undefined)) return true;
  const visit = (node: Syntax): ConditionValue => {
    switch (node.kind) {
      case "number":
      case "string":
        return node.value;
      case "name":
        return CONSTANTS.get(node.name) ?? lookup(node.name) ?? null;
      case "operator":
        return operate(node.op, node.operands, visit, source);
      case "call":
        return call(
          node.name,
          node.operands.map((operand) => asNumber(visit(operand), operand, source)),
        );
      default:
        return node satisfies never;
    }
  };
  return isTrue(visit(tree));
}

function operate(
  op: UnaryOp | BinaryOp | "where",
  operands: readonly Syntax[],
  visit: (node: Syntax) => ConditionValue,
  source: string,
): ConditionValue {
  const [a, b, c] = operands;
  if (a === undefined) return null;
  const first = visit(a);
  // The second side of these is looked at only where it counts: guards may stand before it.
  if (op === "and") return isTrue(first) && b !== undefined && isTrue(visit(b));
  if (op === "or") return isTrue(first) || (b !== undefined && isTrue(visit(b)));
  if (op === "not") return !isTrue(first);
  if (op === "where") return b === undefined || c === undefined ? null : visit(isTrue(first) ? b : c);
  if (b === undefined) return applyUnary(op as UnaryOp, asNumber(first, a, source));
  const second = visit(b);
  if (op === "eq" || op === "ne") return (plain(first) === plain(second)) === (op === "eq");
  const numbers = [asNumber(first, a, source), asNumber(second, b, source)] as const;
  return applyBinary(op as BinaryOp, ...numbers);
}

function call(name: string, values: readonly number[]): number {
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = values;
  if (name === "min" || name === "max") return values.reduce((left, right) => applyBinary(name, left, right));
  if (name === "pow") return applyBinary("pow", a, b);
  if (name === "where") return a !== 0 ? b : c;
  if (name === "clamp") return Math.min(Math.max(a, b), c);
  return applyUnary(name as UnaryOp, a);
}

function checkCall(name: string, count: number, position: number, source: string): void {
  if (!FUNCTION_NAMES.includes(name)) {
    throw new FormulaError({
      code: "unknown_name",
      reason: `unknown function "${name}"`,
      hint: unknownFunctionHint(name, FUNCTION_NAMES),
      source,
      position,
    });
  }
  const wanted = name === "where" || name === "clamp" ? 3 : name === "pow" ? 2 : 1;
  const fits = name === "min" || name === "max" ? count >= 2 : count === wanted;
  if (!fits)
    throw new FormulaError({
      code: "arguments",
      reason: `${name} got ${count} operand(s)`,
      source,
      position,
    });
}

function plain(value: ConditionValue): number | string | null {
  return typeof value === "boolean" ? Number(value) : value;
}

function isTrue(value: ConditionValue): boolean {
  return value !== 0 && value !== false && value !== null && value !== "";
}

function asNumber(value: ConditionValue, { position }: Syntax, source: string): number {
  const number = plain(value);
  if (typeof number === "number") return number;
  throw new FormulaError({
    code: "arguments",
    reason: `${JSON.stringify(number)} is not a number here`,
    hint: 'compare texts with "==" or "!="',
    source,
    position,
  });
}
