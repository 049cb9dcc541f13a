import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readUserText } from "../files/read-user-text.js";

const MAX_BYTES = 10_000_000;

/**
 * The file that a package gives on import, looked for in node_modules from a folder upwards; undefined
 * without the package.
 */
export function packageEntry(name: string, from: string): string | undefined {
  const folder = packageFolder(name, from);
  if (folder === undefined) return undefined;
  const path = join(folder, "package.json");
  const shell: unknown = JSON.parse(
    readUserText(path, { name: path, what: "a package.json", maxBytes: MAX_BYTES }),
  );
  const { exports, main } = shell as { readonly exports?: unknown; readonly main?: unknown };
  const entry = target(exports) ?? (typeof main === "string" ? main : "index.js");
  return join(folder, entry);
}

function packageFolder(name: string, from: string): string | undefined {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, "node_modules", ...name.split("/"));
    if (existsSync(join(folder, "package.json"))) return folder;
    if (dirname(at) === at) return undefined;
  }
}

/** What `exports` gives for the package itself to an import in Node. */
function target(exports: unknown): string | undefined {
  if (typeof exports === "string") return exports;
  if (typeof exports !== "object" || exports === null) return undefined;
  const conditions = exports as Readonly<Record<string, unknown>>;
  for (const key of [".", "node", "import", "default"]) {
    const found = Object.hasOwn(conditions, key) ? target(conditions[key]) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
