import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { nearestName } from "@actbench/core/internal";
import { readUserText } from "../files/read-user-text.js";
import { UsageError } from "../usage-error.js";

const MAX_BYTES = 4 * 1024 * 1024;

/** The text of a sweep file; `path` is relative to `cwd`. Throws a `UsageError` when it cannot be read. */
export function readConfig(path: string, cwd: string): string {
  const file = resolve(cwd, path);
  if (!existsSync(file)) {
    throw new UsageError(`there is no sweep file "${path}"`, hintFor(path, file, cwd));
  }
  return readUserText(file, { name: path, what: "a sweep file", maxBytes: MAX_BYTES });
}

function hintFor(path: string, file: string, cwd: string): string {
  if (path.includes("="))
    return "the sweep file comes first, then key=value: actbench run CONFIG train.lr=0.1";
  const folder = dirname(file);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  const stem = (name: string): string => name.replace(/\.ya?ml$/, "");
  const near =
    files.find((name) => stem(name) === stem(basename(file))) ?? nearestName(basename(file), files);
  return near === undefined ? `looked in ${cwd}` : `did you mean ${join(dirname(path), near)}?`;
}
