/** A run that ended because its signal said so. */
export class AbortError extends Error {
  override readonly name = "AbortError";
  readonly code = "ABORT_ERR";

  constructor(reason: unknown) {
    super("the trial was aborted", { cause: reason });
  }
}
