import { existsSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "../usage-error.js";

const LARGEST_BYTES = 4 * 1024 * 1024;

/** The text of a sweep file; `path` is relative to `cwd`. Throws a `UsageError` when it cannot be read. */
export function readConfig(path: string, cwd: string): string {
  const file = resolve(cwd, path);
  if (!existsSync(file)) {
    const hint = path.includes("=")
      ? "the sweep file comes first, then key=value: actbench run CONFIG train.lr=0.1"
      : `looked in ${cwd}`;
    throw new UsageError(`there is no sweep file "${path}"`, hint);
  }
  const { size } = statSync(file);
  if (statSync(file).isDirectory()) throw new UsageError(`"${path}" is a folder; expected a sweep file`);
  if (size > LARGEST_BYTES)
    throw new UsageError(`"${path}" has ${size} bytes; a sweep file has at most ${LARGEST_BYTES}`);
  return readFileSync(file, "utf8");
}
