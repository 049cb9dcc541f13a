import type { BinaryOp, Expr } from "../expr.js";
import { isOperation, type Operation, operands } from "../tree.js";

const CHOICE = 1;
const OR = 2;
const AND = 3;
const NOT = 4;
const COMPARISON = 5;
const SUM = 6;
const PRODUCT = 7;
const PREFIX = 8;
const POWER = 9;
const ATOM = 10;

const SYMBOLS: Readonly<Partial<Record<BinaryOp, { readonly symbol: string; readonly power: number }>>> = {
  or: { symbol: "or", power: OR },
  and: { symbol: "and", power: AND },
  lt: { symbol: "<", power: COMPARISON },
  le: { symbol: "<=", power: COMPARISON },
  gt: { symbol: ">", power: COMPARISON },
  ge: { symbol: ">=", power: COMPARISON },
  eq: { symbol: "==", power: COMPARISON },
  ne: { symbol: "!=", power: COMPARISON },
  add: { symbol: "+", power: SUM },
  sub: { symbol: "-", power: SUM },
  mul: { symbol: "*", power: PRODUCT },
  div: { symbol: "/", power: PRODUCT },
};

/** A tree as text that a reader knows from school and that `parseFormula` reads back into the same tree. */
export function formatFormula(tree: Expr): string {
  return write(tree).text;
}

interface Written {
  readonly text: string;
  /** How strongly its outermost operator binds. */
  readonly power: number;
}

function write(tree: Expr): Written {
  if (typeof tree === "number") return { text: formatNumber(tree), power: isNegative(tree) ? PREFIX : ATOM };
  if (typeof tree === "string") return { text: tree.replace("$", ""), power: ATOM };
  return writeOperation(tree);
}

function writeOperation(tree: Operation): Written {
  switch (tree[0]) {
    case "where":
      return {
        text: `${bracket(tree[1], OR)} ? ${bracket(tree[2], CHOICE)} : ${bracket(tree[3], CHOICE)}`,
        power: CHOICE,
      };
    case "neg":
      // A minus before a bare number would be read as part of the number.
      return {
        text: `-${typeof tree[1] === "number" ? `(${formatNumber(tree[1])})` : bracket(tree[1], PREFIX)}`,
        power: PREFIX,
      };
    case "not":
      return { text: `not ${bracket(tree[1], NOT)}`, power: NOT };
    case "pow":
      return { text: `${bracket(tree[1], ATOM)}^${bracket(tree[2], PREFIX)}`, power: POWER };
    case "min":
    case "max":
      return {
        text: `${tree[0]}(${operandsOfChain(tree, tree[0]).map(formatFormula).join(", ")})`,
        power: ATOM,
      };
    case "clamp":
      return { text: `clamp(${operands(tree).map(formatFormula).join(", ")})`, power: ATOM };
    default:
  }
  if (tree.length === 2) return { text: `${tree[0]}(${formatFormula(tree[1])})`, power: ATOM };
  return infix(tree[0], tree[1], tree[2]);
}

function infix(op: BinaryOp, a: Expr, b: Expr): Written {
  const { symbol, power } = SYMBOLS[op] ?? { symbol: op, power: ATOM };
  const left = bracket(a, power === COMPARISON ? power + 1 : power);
  return { text: `${left} ${symbol} ${bracket(b, power + 1)}`, power };
}

/** The operands of max(max(a, b), c), which is written max(a, b, c). */
function operandsOfChain(tree: Expr, op: "min" | "max"): Expr[] {
  return isOperation(tree) && tree[0] === op ? [...operandsOfChain(tree[1], op), tree[2]] : [tree];
}

function bracket(tree: Expr, power: number): string {
  const written = write(tree);
  return written.power < power ? `(${written.text})` : written.text;
}

function formatNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}
