import { Buffer } from "node:buffer";
import { closeSync, fsyncSync, lstatSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { RunError } from "./run-error.js";

/**
 * Puts a file in place of another in one step: a reader sees the old one or the new one, never a part. Throws
 * a `RunError` where a folder is in its place.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const next = `${path}.new`;
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new RunError(
      "run_damaged",
      dirname(path),
      `${path} is a folder, where a run has a file; move it away, then run the same command again`,
    );
  try {
    // A half-written one of a killed process goes first, and so does a link that leads elsewhere.
    rmSync(next, { force: true });
    const fd = openSync(next, "wx");
    try {
      const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
      let written = 0;
      while (written < bytes.length) written += writeSync(fd, bytes, written);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(next, path);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Makes names in a folder survive a power cut, where the system can do that. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return; // Windows opens no folder for this
  const fd = openSync(folder, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
