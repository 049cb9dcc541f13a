import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { parse } from "es-module-lexer/js";
import { CodeError } from "./code-error.js";

/** Far more files than an activation has. */
const MAX_FILES = 100;

/**
 * SHA-256 (hex) of a code plugin: of its file and of every file that it imports by a relative path, wherever
 * they lie. Throws a `CodeError` where an import cannot be followed: then the plugin could change unseen.
 */
export function codeHash(path: string): string {
  const files = new Map<string, string>();
  const open = [path];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue;
    if (files.size === MAX_FILES)
      throw new CodeError("code_unreadable", `${path} imports more than ${MAX_FILES} files`, BUNDLE);
    const text = readFileSync(file, "utf8");
    files.set(file, text);
    open.push(...importedFiles(file, text));
  }
  // By their place from the plugin's own file, whose name does not matter.
  const placed = [...files].map(([file, text]) => [relative(dirname(path), file), text] as const);
  const [own, ...others] = placed;
  const hash = createHash("sha256");
  const add = (text: string): void => {
    hash.update(`${Buffer.byteLength(text)}:`).update(text);
  };
  add(own?.[1] ?? "");
  for (const part of others.sort(([a], [b]) => (a < b ? -1 : 1)).flat()) add(part.replaceAll("\\", "/"));
  return hash.digest("hex");
}

const BUNDLE = "bundle it into one file, for example with npx esbuild FILE --bundle --format=esm";

function importedFiles(file: string, text: string): readonly string[] {
  const [imports, , , isModule] = parsed(file, text);
  if (!isModule && /\brequire\s*\(/.test(text))
    throw new CodeError("code_unreadable", `${file} is a CommonJS module`, "write it with import and export");
  return imports.flatMap(({ n: name, d: kind, ss: start }) => {
    // `import.meta`, and types that are gone when it runs.
    if (kind === -2 || /^(import|export)\s+type\b/.test(text.slice(start, start + 40))) return [];
    if (name?.startsWith("node:")) return [];
    if (name === undefined || !/^\.{0,2}\//.test(name))
      throw new CodeError(
        "code_unreadable",
        `${file} imports ${name === undefined ? "a computed name" : JSON.stringify(name)}; in a plugin with value and slope every import must be a relative path, or node:`,
        BUNDLE,
      );
    const target = resolve(dirname(file), name);
    if (!existsSync(target))
      throw new CodeError(
        "code_unreadable",
        `${file} imports ${JSON.stringify(name)}, and there is no such file`,
        "write the full name, with its extension",
      );
    return [target];
  });
}

function parsed(file: string, text: string): ReturnType<typeof parse> {
  try {
    return parse(text);
  } catch (error) {
    throw new CodeError("code_unreadable", `${file} cannot be read: ${String(error)}`, "fix its syntax");
  }
}
