import type { ErrorRecord } from "./record.js";

/** V8's words when memory for a typed array or a WebAssembly memory is refused. */
const ALLOCATION = /could not allocate memory|array buffer allocation failed|invalid array buffer length/i;

/**
 * Whatever was thrown, as data that crosses threads: `{ code, message, stack }`. `code` is that of an error
 * without one of its own: `worker_error` for a thread, which another thread may not have; `trial_error` for a
 * trial, which would throw again.
 */
export function describeError(
  thrown: unknown,
  code: "worker_error" | "trial_error" = "worker_error",
): ErrorRecord {
  if (!(thrown instanceof Error)) return { code, message: `${inWords(thrown)} was thrown` };
  const { message, name, stack } = thrown;
  return {
    code: codeOf(thrown) ?? code,
    message: message === "" ? name : message,
    ...(stack === undefined ? {} : { stack }),
  };
}

function codeOf(error: Error): string | undefined {
  if (error instanceof RangeError && ALLOCATION.test(error.message)) return "out_of_memory";
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}

function inWords(thrown: unknown): string {
  if (typeof thrown !== "object" || thrown === null) return String(thrown);
  try {
    return JSON.stringify(thrown);
  } catch (error) {
    return `an object without a JSON form (${String(error)})`;
  }
}
