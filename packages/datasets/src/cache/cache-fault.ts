import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder } from "./cache-folder.js";

/** What a home of another user, one that is a file (`/dev/null`), or a link in a circle gives. */
const UNREADABLE: readonly unknown[] = ["EACCES", "EPERM", "ENOTDIR", "ELOOP"];

/** Whether an error says that a folder cannot be read by this user, and never could. */
export function isUnreadable(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && UNREADABLE.includes(error.code);
}

/**
 * Why the cache cannot be read, with a way out; undefined where it can, or where there is none yet.
 * Everything that needs no kept set works without it.
 */
export async function cacheFault(cache: string = cacheFolder()): Promise<string | undefined> {
  try {
    await readdir(join(cache, "datasets"));
  } catch (error) {
    if (isUnreadable(error))
      return `the cache ${cache} cannot be read (${error.code}), so its datasets are not available; set ACTBENCH_CACHE to another folder`;
  }
  return undefined;
}
