import { randomBytes } from "node:crypto";
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "@actbench/sweep";
import { UsageError } from "../usage-error.js";

/** Nobody writes one file for as long: such a part is what a killed process left. */
const LEFT_BEHIND_MS = 600_000;

/**
 * Replaces a file whole or not at all; makes its folder where there is none. Throws a `UsageError` with the
 * disk's reason where it cannot, and leaves no part behind. Of several processes that write the same file,
 * each writes a part of its own: the last one's is what stays. A device or a pipe is written to: root could
 * put a file in the place of `/dev/null`.
 */
export function replaceFile(file: string, content: string | Uint8Array): void {
  // Numbers of processes repeat from container to container.
  const part = `${file}.${randomBytes(4).toString("hex")}.part`;
  try {
    if (isStream(file)) {
      writeFileSync(file, content);
      return;
    }
    makeFolder(dirname(file));
    removeLeftBehind(file);
    writeFileSync(part, content, { flag: "wx" });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be written: ${reason}`, "make room or grant access, and try again");
  }
}

/** Whether a name leads to what holds nothing. */
function isStream(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

function removeLeftBehind(file: string): void {
  const [folder, start] = [dirname(file), `${basename(file)}.`];
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(start) || !/^[0-9a-f]{8}\.part$/.test(name.slice(start.length))) continue;
    const path = join(folder, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found !== undefined && Date.now() - found.mtimeMs > LEFT_BEHIND_MS) rmSync(path, { force: true });
  }
}
