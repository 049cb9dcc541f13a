import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The nearest folder from `folder` upwards that holds a package.json or a .git; `folder` itself where none
 * does.
 */
export function projectFolder(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, "package.json")) || existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return folder;
  }
}
