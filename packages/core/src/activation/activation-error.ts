export type ActivationErrorCode = "definition" | "unknown_parameter" | "parameter_value";

/**
 * An activation that cannot be defined or used as asked; the message names it, the value received and what is
 * expected.
 */
export class ActivationError extends Error {
  constructor(
    readonly code: ActivationErrorCode,
    message: string,
  ) {
    super(message);
    this.name = "ActivationError";
  }
}

/** That an activation cannot be defined so. */
export function definitionError(activation: string, reason: string): ActivationError {
  return new ActivationError("definition", `activation ${JSON.stringify(activation)}: ${reason}`);
}
