import { UsageError } from "../usage-error.js";
import { VERSION } from "../version.js";

/**
 * The package that talks to brokers. actbench does not depend on it: who trains on one machine does not
 * install it.
 */
const PACKAGE = "@actbench/queue";

/** Loads what talks to brokers. Throws a `UsageError` that says how to install it where it is not there. */
export async function loadQueue(): Promise<typeof import("@actbench/queue")> {
  try {
    return await import("@actbench/queue");
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new UsageError(
      `agents and --queue need the package ${PACKAGE}, which is not installed`,
      `install it beside actbench: npm install ${PACKAGE}@${VERSION} (with -g where actbench is installed so)`,
    );
  }
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    error.code === "ERR_MODULE_NOT_FOUND" &&
    error.message.includes(PACKAGE)
  );
}
