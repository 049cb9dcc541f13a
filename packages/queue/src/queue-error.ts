export type QueueErrorCode =
  /** No address of a broker. */
  | "queue_address"
  /** The broker cannot be reached, or refuses the connection. */
  | "queue_unreachable"
  /** The broker could lose trials: it evicts keys, or is too old. */
  | "queue_unfit"
  /** A trial came to other bits on another machine. */
  | "queue_recheck"
  /** The broker refuses a command, such as for lack of memory or permission. */
  | "queue_refused";

/** The broker cannot be used; no trial is to blame. No message holds a password. */
export class QueueError extends Error {
  override readonly name = "QueueError";
  readonly code: QueueErrorCode;
  readonly hint: string | undefined;

  constructor(code: QueueErrorCode, message: string, hint?: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}
