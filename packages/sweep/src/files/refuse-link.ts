import { lstatSync } from "node:fs";
import { RunError } from "./run-error.js";

/**
 * Throws a `RunError` where a path inside a run's folder is a symbolic link: a run from someone else must not
 * make us write or delete outside of its folder.
 */
export function refuseLink(folder: string, path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return;
  throw new RunError(
    "run_damaged",
    folder,
    `${path} is a symbolic link; the files of a run must be in its folder. Put the file itself there, or remove the link`,
  );
}
