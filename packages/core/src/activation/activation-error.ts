export type ActivationErrorCode = "definition" | "unknown_parameter" | "parameter_value";

/** An activation that cannot be defined or used as asked; the message names it, the value received and what is expected. */
export class ActivationError extends Error {
  constructor(
    readonly code: ActivationErrorCode,
    message: string,
  ) {
    super(message);
    this.name = "ActivationError";
  }
}
