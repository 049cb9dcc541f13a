import { closeSync, openSync } from "node:fs";

const LACKS: readonly unknown[] = ["EMFILE", "ENFILE"];

/** Whether an error says that no further file can be opened, which is no fault of the file. */
export function isLackOfFiles(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && LACKS.includes(error.code);
}

/**
 * The error that says so, for one that came up on the way to a file: Node calls some of them
 * ERR_MODULE_NOT_FOUND. Undefined where the file, which was there, can be opened.
 */
export function lackOfFiles(error: unknown, path: string): NodeJS.ErrnoException | undefined {
  if (isLackOfFiles(error)) return error;
  try {
    closeSync(openSync(path, "r"));
    return undefined;
  } catch (second) {
    return isLackOfFiles(second) ? second : undefined;
  }
}
