export type CodeErrorCode = "code_unreadable" | "code_changed";

/** A plugin's code that cannot be identified, or is not what a trial was planned with. */
export class CodeError extends Error {
  constructor(
    readonly code: CodeErrorCode,
    message: string,
    /** The way out. */
    readonly hint: string,
  ) {
    super(message);
    this.name = "CodeError";
  }
}
