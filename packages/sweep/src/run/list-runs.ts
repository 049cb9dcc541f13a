import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { RUN_FILES } from "../files/run-files.js";

/** The folders of runs under `out`, by name; empty when `out` does not exist. */
export function listRuns(out: string): readonly string[] {
  if (!existsSync(out)) return [];
  return readdirSync(out, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => join(out, name))
    .filter((folder) => existsSync(join(folder, RUN_FILES.lock)))
    .sort();
}
