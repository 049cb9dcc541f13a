import { FormulaError } from "./formula-error.js";

export type TokenKind = "number" | "name" | "string" | "symbol" | "end";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** 0-based offset in the source. */
  readonly position: number;
  /** A number's value. */
  readonly value: number;
}

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const DOTTED_NAME = /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*/y;
const STRING = /"[^"\n]*"|'[^'\n]*'/y;
const SYMBOL = /\*\*|<=|>=|==|!=|&&|\|\||[-+*/^<>?:(),!]/y;

/** What a source is made of; `condition` also knows dotted names and strings. */
export function tokenize(source: string, dialect: "formula" | "condition"): Token[] {
  const tokens: Token[] = [];
  const name = dialect === "condition" ? DOTTED_NAME : NAME;
  let position = match(SPACE, source, 0).length;
  while (position < source.length) {
    const token = next(source, position, name, dialect);
    tokens.push(token);
    position += token.text.length;
    if (token.kind === "number" && /[A-Za-z_.]/.test(source[position] ?? "")) {
      throw syntax(
        source,
        token.position,
        `"${match(/[\w.]*/y, source, token.position)}" is not a number`,
        numberHint(source, token.position),
      );
    }
    position += match(SPACE, source, position).length;
  }
  tokens.push({ kind: "end", text: "", position: source.length, value: Number.NaN });
  return tokens;
}

function next(source: string, position: number, name: RegExp, dialect: string): Token {
  const number = match(NUMBER, source, position);
  if (number !== "") {
    const value = Number(number);
    if (!Number.isFinite(value)) throw syntax(source, position, `${number} is too large for a number`);
    return { kind: "number", text: number, position, value };
  }
  const word = match(name, source, position);
  if (word !== "") return { kind: "name", text: word, position, value: Number.NaN };
  const symbol = match(SYMBOL, source, position);
  if (/^\*\*$/.test(symbol))
    throw syntax(source, position, 'a doubled "*" is no operator here', 'write "^" for a power');
  if (symbol !== "") return { kind: "symbol", text: symbol, position, value: Number.NaN };
  const text = dialect === "condition" ? match(STRING, source, position) : "";
  if (text !== "") return { kind: "string", text, position, value: Number.NaN };
  throw syntax(source, position, `unexpected ${describe(source, position)}`, characterHint(source, position));
}

function match(pattern: RegExp, source: string, position: number): string {
  pattern.lastIndex = position;
  return pattern.exec(source)?.[0] ?? "";
}

function describe(source: string, position: number): string {
  const character = String.fromCodePoint(source.codePointAt(position) ?? 0);
  return character.trim() === ""
    ? "white space that is neither blank nor tab"
    : `character ${JSON.stringify(character)}`;
}

function characterHint(source: string, position: number): string | undefined {
  const character = source[position];
  if (character === "=") return 'write "==" to compare';
  if (character === "&") return 'write "and" or "&&"';
  if (character === "|") return 'write "or" or "||", abs(x) for |x|';
  if (character === "[" || character === "{") return "group with round brackets";
  if (character === "−" || character === "–") return 'write an ASCII minus "-"';
  if (character === "·" || character === "×") return 'write "*" to multiply';
  if (character === '"' || character === "'")
    return "a formula contains only numbers, and a string must be closed on its line";
  return undefined;
}

function numberHint(source: string, position: number): string {
  return /0[xXbBoO]/y.test(source.slice(position, position + 2))
    ? "write it in decimal"
    : 'write "*" between a number and a name';
}

function syntax(source: string, position: number, reason: string, hint?: string): FormulaError {
  return new FormulaError({ code: "syntax", reason, hint, source, position });
}
