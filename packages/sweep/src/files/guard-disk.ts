import { RunError } from "./run-error.js";

/**
 * Does something with a run's files; what the disk refuses becomes a `RunError` that names the folder and a
 * way out.
 */
export function guardDisk<T>(folder: string, what: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof RunError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new RunError(
      "run_write",
      folder,
      `${folder}: cannot ${what}: ${reason}. Finished trials are not lost; make room or grant access, then run the same command again`,
      { cause: error },
    );
  }
}
