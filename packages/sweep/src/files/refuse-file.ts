import { statSync } from "node:fs";
import { RunError } from "./run-error.js";

/** Throws a `RunError` where something other than a folder is in the place of a folder of a run. */
export function refuseFile(folder: string, path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== false) return;
  throw new RunError(
    "run_damaged",
    folder,
    `${path} is not a folder, where a run has one; move it away, then run the same command again`,
  );
}
