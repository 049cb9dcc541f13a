/** A trial or measurement ended because its signal fired, or because its executor was closed. */
export class AbortError extends Error {
  override readonly name = "AbortError";
  readonly code = "ABORT_ERR";

  constructor(reason: unknown) {
    super("the trial was aborted", { cause: reason });
  }
}
