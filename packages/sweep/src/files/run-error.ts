/** Why a run's folder cannot be used. */
export type RunErrorCode =
  /** Another process runs on the folder. */
  | "run_busy"
  /** Going on would mix results of different things. */
  | "run_mixed"
  /** A file that cannot be done without is missing or damaged. */
  | "run_damaged"
  /** The folder was written by a newer actbench. */
  | "run_newer"
  /** The executor cannot compute what the plan asks for. */
  | "run_unsupported"
  /** Folders that are no complete set of shards of one plan. */
  | "run_unmergeable"
  /** The disk refused to write: full, read-only, gone. */
  | "run_write";

/** A run's folder cannot be used; the message says what is wrong and the way out. */
export class RunError extends Error {
  readonly code: RunErrorCode;
  readonly folder: string;

  constructor(code: RunErrorCode, folder: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "RunError";
    this.code = code;
    this.folder = folder;
  }
}
