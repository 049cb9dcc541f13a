import type { ErrorRecord } from "@actbench/core";

/** V8's words when memory for a typed array or a WebAssembly memory is refused. */
const ALLOCATION = /could not allocate memory|array buffer allocation failed|invalid array buffer length/i;

/** Whatever was thrown, as data that crosses threads: `{ code, message, stack }`. */
export function describeError(thrown: unknown): ErrorRecord {
  if (!(thrown instanceof Error)) return { code: "worker_error", message: `${inWords(thrown)} was thrown` };
  const { message, name, stack } = thrown;
  return {
    code: codeOf(thrown),
    message: message === "" ? name : message,
    ...(stack === undefined ? {} : { stack }),
  };
}

function codeOf(error: Error): string {
  if (error instanceof RangeError && ALLOCATION.test(error.message)) return "out_of_memory";
  return "code" in error && typeof error.code === "string" ? error.code : "worker_error";
}

function inWords(thrown: unknown): string {
  if (typeof thrown !== "object" || thrown === null) return String(thrown);
  try {
    return JSON.stringify(thrown);
  } catch (error) {
    return `an object without a JSON form (${String(error)})`;
  }
}
