export type ExecutorErrorCode = "worker_cannot_start" | "executor_closed" | "speed_lane_broken";

/** The executor itself cannot go on; no trial is to blame. */
export class ExecutorError extends Error {
  override readonly name = "ExecutorError";
  readonly code: ExecutorErrorCode;

  constructor(code: ExecutorError["code"], message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.code = code;
  }
}
