import { relative } from "node:path";

/** An absolute path as a user would write it: relative to `cwd` where it lies below, else as it is. */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === "" || short.startsWith("..") ? path : short;
}
