import { existsSync, statSync } from "node:fs";
import { extname, isAbsolute, resolve } from "node:path";
import { isInsideProject } from "../project/is-inside-project.js";
import { projectFolder } from "../project/project-folder.js";
import { UsageError } from "../usage-error.js";
import { packageEntry } from "./package-entry.js";

/** A plugin by name and by the file that holds it. */
export interface PluginFile {
  /** As the user named it. */
  readonly name: string;
  readonly path: string;
}

export interface PluginPlace {
  /** Paths are relative to this folder, packages are looked for from it upwards. */
  readonly folder: string;
  /** Whether files must lie inside the project that the folder belongs to: so for names in a sweep file. */
  readonly inside: boolean;
}

const DATA = [".yaml", ".yml"];
const CODE = [".js", ".mjs", ".cjs", ".ts", ".mts"];
const PACKAGE = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/** Finds a plugin: a file by its ending, or an npm package. Throws a `UsageError` with the way out. */
export function findPlugin(name: string, place: PluginPlace): PluginFile {
  const isPath =
    name.startsWith(".") || isAbsolute(name) || [...DATA, ...CODE].includes(extname(name).toLowerCase());
  const path = isPath ? resolve(place.folder, name) : packageFile(name, place.folder);
  if (!existsSync(path) || !statSync(path).isFile())
    throw new UsageError(`there is no plugin file "${name}"`, `looked in ${place.folder}`);
  if (isPath && place.inside) checkInside(name, path, place.folder);
  if (![...DATA, ...CODE].includes(extname(path).toLowerCase()))
    throw new UsageError(
      `the plugin "${name}" ends in "${extname(path)}"`,
      `a plugin is a file ending in ${[...DATA, ...CODE].join(", ")}, or an npm package`,
    );
  return { name, path };
}

/** Whether the plugin is data, not code. */
export function isData({ path }: PluginFile): boolean {
  return DATA.includes(extname(path).toLowerCase());
}

/** Whether the plugin is TypeScript. */
export function isTypeScript({ path }: PluginFile): boolean {
  return [".ts", ".mts"].includes(extname(path).toLowerCase());
}

function packageFile(name: string, folder: string): string {
  if (!PACKAGE.test(name))
    throw new UsageError(`"${name}" is neither a plugin file nor the name of an npm package`);
  const entry = packageEntry(name, folder);
  if (entry === undefined)
    throw new UsageError(
      `there is no package "${name}" in node_modules, from ${folder} upwards`,
      `install it (npm install ${name}), or give a file as ./${name}`,
    );
  return entry;
}

function checkInside(name: string, path: string, folder: string): void {
  if (!isInsideProject(path, folder))
    throw new UsageError(
      `the plugin "${name}" is outside the project ${projectFolder(folder)}`,
      "a sweep file may only use plugins of its own project; give others on the command line with --plugin",
    );
}
