export type FormulaErrorCode =
  | "syntax"
  | "unknown_name"
  | "arguments"
  | "too_long"
  | "too_many_nodes"
  | "too_deep"
  | "malformed_tree"
  /** A formula that is a function computed with a symbol as if it were a number. */
  | "not_a_number";

export interface FormulaErrorDetails {
  readonly code: FormulaErrorCode;
  /** What is wrong, without place and hint. */
  readonly reason: string;
  /** The next step, for example the nearest known name. */
  readonly hint?: string | undefined;
  readonly source?: string | undefined;
  /** 0-based offset in `source`. */
  readonly position?: number | undefined;
}

/** A formula that cannot be used: `message` shows the place under a caret, `reason` and `hint` do not. */
export class FormulaError extends Error {
  readonly code: FormulaErrorCode;
  readonly reason: string;
  readonly hint: string | undefined;
  readonly position: number | undefined;

  constructor(details: FormulaErrorDetails) {
    super(messageOf(details));
    this.name = "FormulaError";
    this.code = details.code;
    this.reason = details.reason;
    this.hint = details.hint;
    this.position = details.position;
  }
}

function messageOf({ reason, hint, source, position }: FormulaErrorDetails): string {
  const sentence = hint === undefined ? reason : `${reason}; ${hint}`;
  if (source === undefined || position === undefined) return sentence;
  const before = source.slice(0, position);
  const lineStart = before.lastIndexOf("\n") + 1;
  const lineEnd = source.indexOf("\n", position);
  const line = source.slice(lineStart, lineEnd === -1 ? source.length : lineEnd);
  // A window, so that a formula of 4,000 characters does not fill the screen.
  const column = position - lineStart;
  const from = Math.max(0, column - 60);
  const shown = line.slice(from, column + 40).replaceAll("\t", " ");
  return `${sentence} (column ${column + 1})\n  ${shown}\n  ${" ".repeat(column - from)}^`;
}
