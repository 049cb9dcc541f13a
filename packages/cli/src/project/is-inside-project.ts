import { realpathSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import { projectFolder } from "./project-folder.js";

/**
 * Whether an existing file or folder lies in the project that `folder` belongs to; links are followed first.
 */
export function isInsideProject(path: string, folder: string): boolean {
  const away = relative(realpathSync(projectFolder(folder)), realpathSync(path));
  return !away.startsWith("..") && !isAbsolute(away);
}
