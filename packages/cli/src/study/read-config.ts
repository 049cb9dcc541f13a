import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { readUserText } from "../files/read-user-text.js";
import { UsageError } from "../usage-error.js";

const MAX_BYTES = 4 * 1024 * 1024;

/** The text of a sweep file; `path` is relative to `cwd`. Throws a `UsageError` when it cannot be read. */
export function readConfig(path: string, cwd: string): string {
  const file = resolve(cwd, path);
  if (!existsSync(file)) {
    const hint = path.includes("=")
      ? "the sweep file comes first, then key=value: actbench run CONFIG train.lr=0.1"
      : `looked in ${cwd}`;
    throw new UsageError(`there is no sweep file "${path}"`, hint);
  }
  return readUserText(file, { name: path, what: "a sweep file", maxBytes: MAX_BYTES });
}
