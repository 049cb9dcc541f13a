import { renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "@actbench/sweep";
import { UsageError } from "../usage-error.js";

/**
 * Replaces a file whole or not at all; makes its folder where there is none. Throws a `UsageError` with the disk's
 * reason where it cannot, and leaves no part behind.
 */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const part = `${file}.part`;
  try {
    makeFolder(dirname(file));
    // What a killed process left goes first, and so does a link that leads elsewhere.
    rmSync(part, { force: true });
    writeFileSync(part, content, { flag: "wx" });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be written: ${reason}`, "make room or grant access, and try again");
  }
}
