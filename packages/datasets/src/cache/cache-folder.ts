import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/**
 * Where fetched data is kept: `ACTBENCH_CACHE`, else `actbench` in the XDG cache folder, else
 * `~/.cache/actbench`.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.ACTBENCH_CACHE) return env.ACTBENCH_CACHE;
  // The XDG specification says that a relative path is to be ignored.
  const xdg = env.XDG_CACHE_HOME;
  return join(xdg && isAbsolute(xdg) ? xdg : join(homedir(), ".cache"), "actbench");
}
