import type { BinaryOp } from "../expr.js";
import { FormulaError } from "./formula-error.js";
import { MAX_DEPTH, MAX_NODES, MAX_SOURCE_LENGTH } from "./limits.js";
import type { Syntax } from "./syntax.js";
import { type Token, tokenize } from "./token.js";

interface Infix {
  readonly op: BinaryOp;
  readonly power: number;
}

const COMPARISON = 5;
const NOT = 4;
const PREFIX = 8;
const POWER = 9;

/** Binding powers, weakest first: or, and, not, comparison, sum, product, prefix, power. */
const INFIX: ReadonlyMap<string, Infix> = new Map([
  ["or", { op: "or", power: 2 }],
  ["||", { op: "or", power: 2 }],
  ["and", { op: "and", power: 3 }],
  ["&&", { op: "and", power: 3 }],
  ["<", { op: "lt", power: COMPARISON }],
  ["<=", { op: "le", power: COMPARISON }],
  [">", { op: "gt", power: COMPARISON }],
  [">=", { op: "ge", power: COMPARISON }],
  ["==", { op: "eq", power: COMPARISON }],
  ["!=", { op: "ne", power: COMPARISON }],
  ["+", { op: "add", power: 6 }],
  ["-", { op: "sub", power: 6 }],
  ["*", { op: "mul", power: 7 }],
  ["/", { op: "div", power: 7 }],
  ["^", { op: "pow", power: POWER }],
]);

/**
 * Reads a source into a syntax tree by operator precedence; a `FormulaError` names the place of a mistake.
 */
export function parseSyntax(source: string, dialect: "formula" | "condition"): Syntax {
  if (source.length > MAX_SOURCE_LENGTH) {
    throw new FormulaError({
      code: "too_long",
      reason: `the formula has ${source.length} characters, at most ${MAX_SOURCE_LENGTH} are read`,
    });
  }
  const reader = new Reader(source, tokenize(source, dialect));
  const tree = reader.expression(0);
  reader.end();
  if (depthOf(tree) > MAX_DEPTH) {
    throw new FormulaError({ code: "too_deep", reason: `the formula is nested deeper than ${MAX_DEPTH}` });
  }
  return tree;
}

/** A chain such as a + b + c nests to the left, so brackets alone do not bound the depth. */
function depthOf(node: Syntax): number {
  if (node.kind !== "operator" && node.kind !== "call") return 1;
  return 1 + node.operands.reduce((deepest, operand) => Math.max(deepest, depthOf(operand)), 0);
}

class Reader {
  private index = 0;
  private depth = 0;
  private nodes = 0;

  constructor(
    private readonly source: string,
    private readonly tokens: readonly Token[],
  ) {}

  /** An expression of operators that bind at least as strongly as `power`. */
  expression(power: number): Syntax {
    if (++this.depth > MAX_DEPTH)
      throw this.error(this.peek(), "too_deep", `the formula is nested deeper than ${MAX_DEPTH}`);
    let left = this.prefix();
    for (;;) {
      const token = this.peek();
      if (token.text === "?" && power <= 1) {
        left = this.choice(left);
        continue;
      }
      const infix = token.kind === "string" ? undefined : INFIX.get(token.text);
      if (!infix || infix.power < power) break;
      left = this.infix(left, infix);
    }
    this.depth--;
    return left;
  }

  end(): void {
    const token = this.peek();
    if (token.kind === "end") return;
    const hint = token.kind === "symbol" ? undefined : 'an operator such as "*" is missing before it';
    throw this.error(token, "syntax", `unexpected ${show(token)}`, hint);
  }

  private infix(left: Syntax, { op, power }: Infix): Syntax {
    const token = this.take();
    // A power's exponent may begin with a minus sign and is itself read first: 2^-x^2 is 2^(-(x^2)).
    const right = this.expression(power === POWER ? PREFIX : power + 1);
    const after = this.peek();
    if (power === COMPARISON && INFIX.get(after.text)?.power === COMPARISON) {
      throw this.error(
        after,
        "syntax",
        "comparisons cannot be chained",
        'join them with "and": 0 < x and x < 1',
      );
    }
    return this.node({ kind: "operator", op, operands: [left, right], position: token.position });
  }

  private choice(condition: Syntax): Syntax {
    const { position } = this.take();
    const then = this.expression(1);
    this.expect(":", 'a "?" needs its ":", as in x > 0 ? x : 0');
    const otherwise = this.expression(1);
    return this.node({ kind: "operator", op: "where", operands: [condition, then, otherwise], position });
  }

  private prefix(): Syntax {
    const token = this.take();
    const { position } = token;
    if (token.kind === "number") return this.node({ kind: "number", value: token.value, position });
    if (token.kind === "string")
      return this.node({ kind: "string", value: token.text.slice(1, -1), position });
    switch (token.text) {
      case "(": {
        const inner = this.expression(0);
        this.expect(")", 'a "(" is not closed');
        return inner;
      }
      case "-":
        return this.minus(position);
      case "+":
        return this.expression(PREFIX);
      case "!":
        return this.node({ kind: "operator", op: "not", operands: [this.expression(PREFIX)], position });
      case "not":
        return this.node({ kind: "operator", op: "not", operands: [this.expression(NOT)], position });
      default:
    }
    if (token.kind === "name" && !INFIX.has(token.text)) return this.nameOrCall(token);
    const reason =
      token.kind === "end"
        ? "the formula ends where a value is expected"
        : `expected a value, found ${show(token)}`;
    throw this.error(token, "syntax", reason);
  }

  /** A minus before a plain number is part of the number, so that −2 is a number; −x^2 is −(x^2). */
  private minus(position: number): Syntax {
    const literal = this.peek().kind === "number" && this.tokens[this.index + 1]?.text !== "^";
    if (literal) return this.node({ kind: "number", value: -this.take().value, position });
    return this.node({ kind: "operator", op: "neg", operands: [this.expression(PREFIX)], position });
  }

  private nameOrCall(token: Token): Syntax {
    const { text: name, position } = token;
    if (this.peek().text !== "(" || this.peek().kind !== "symbol")
      return this.node({ kind: "name", name, position });
    this.take();
    const operands: Syntax[] = [];
    if (this.peek().text !== ")") {
      operands.push(this.expression(0));
      while (this.peek().text === ",") {
        this.take();
        operands.push(this.expression(0));
      }
    }
    this.expect(")", `the operands of ${name} are not closed by ")"`);
    return this.node({ kind: "call", name, operands, position });
  }

  private expect(symbol: string, reason: string): void {
    const token = this.peek();
    if (token.text !== symbol || token.kind !== "symbol") {
      throw this.error(token, "syntax", reason, token.kind === "end" ? undefined : `found ${show(token)}`);
    }
    this.take();
  }

  private node(node: Syntax): Syntax {
    if (++this.nodes > MAX_NODES) {
      throw new FormulaError({
        code: "too_many_nodes",
        reason: `the formula has more than ${MAX_NODES} parts`,
      });
    }
    return node;
  }

  private peek(): Token {
    return this.tokens[Math.min(this.index, this.tokens.length - 1)] as Token;
  }

  private take(): Token {
    const token = this.peek();
    this.index++;
    return token;
  }

  private error(token: Token, code: "syntax" | "too_deep", reason: string, hint?: string): FormulaError {
    return new FormulaError({ code, reason, hint, source: this.source, position: token.position });
  }
}

function show(token: Token): string {
  return token.kind === "end" ? "the end" : JSON.stringify(token.text);
}
