import { realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Activation, build, patchedIntrinsics, pluginDefinitions } from "@actbench/core";
import { loadActivations } from "@actbench/sweep";
import { CodeError, type CodeModule, codeHash } from "@actbench/workers";
import { readUserText } from "../files/read-user-text.js";
import { isData, isTypeScript, type PluginFile } from "./find-plugin.js";
import { holdsCode, isDefinition, readDefinition } from "./plugin-definition.js";
import { PluginError } from "./plugin-error.js";
import { exportHint } from "./plugin-hints.js";

/** What a plugin brings. */
export interface Plugin {
  readonly name: string;
  readonly activations: readonly Activation[];
  /** Where its code is, when some of its activations are code. */
  readonly code?: CodeModule;
}

const LARGEST_BYTES = 1024 * 1024;

/** Reads a plugin's file; a code plugin is imported, and so runs. Throws `ConfigError` or `PluginError`. */
export async function readPlugin(file: PluginFile): Promise<Plugin> {
  const { name, path } = file;
  if (isData(file)) {
    const text = readUserText(path, { name, what: "a plugin", maxBytes: LARGEST_BYTES });
    const activations = loadActivations({ text, file: name });
    return { name, activations };
  }
  const found = definitions(await importDefault(file), name);
  const patched = patchedIntrinsics();
  if (patched.length > 0)
    throw new PluginError(
      `${name}: it changes ${patched.slice(0, 5).join(", ")}, which all code shares: every number after it may be another`,
      "take that out of it, or write the formula as .yaml",
    );
  if (found.length === 0) throw new PluginError(`${name}: it holds no activation`);
  if (!found.some(holdsCode)) return { name, activations: found.map((raw) => readDefinition(raw, name, "")) };
  const hash = hashOf(file);
  return {
    name,
    activations: found.map((raw) => readDefinition(raw, name, hash)),
    code: { hash, path: realpathSync(path) },
  };
}

function hashOf({ name, path }: PluginFile): string {
  try {
    return codeHash(realpathSync(path));
  } catch (error) {
    if (error instanceof CodeError) throw new PluginError(`${name}: ${error.message}`, error.hint);
    throw error;
  }
}

async function importDefault(file: PluginFile): Promise<unknown> {
  const { name, path } = file;
  if (isTypeScript(file) && !stripsTypes())
    throw new PluginError(
      `${name}: Node ${process.versions.node} cannot import TypeScript`,
      "run it with Node 22.18 or newer, or take the types out and name it .js, or write the formula as .yaml",
    );
  let module: unknown;
  try {
    module = await import(pathToFileURL(path).href);
  } catch (error) {
    const isCommonJs =
      error instanceof ReferenceError && /^(module|exports|require) is not/.test(error.message);
    throw new PluginError(
      `${name}: importing it failed: ${String(error)}`,
      isCommonJs ? 'write export default { name: "…", formula: "…" } in place of module.exports' : undefined,
    );
  }
  const { default: exported, ...others } = module as Readonly<Record<string, unknown>>;
  if (exported === undefined) throw new PluginError(`${name}: it has no default export`, defaultHint(others));
  return exported;
}

function defaultHint(others: Readonly<Record<string, unknown>>): string {
  const named = Object.keys(others).filter((key) => isDefinition(others[key]));
  if (named.length === 0) return 'write export default { name: "…", formula: "…" }';
  return `it exports ${named.join(", ")} by name; add export default ${named.length === 1 ? named[0] : `[${named.join(", ")}]`};`;
}

/** A definition, a list of them, or a function of core's formula builders that gives either. */
function definitions(exported: unknown, name: string): readonly unknown[] {
  let found: readonly unknown[];
  try {
    found = pluginDefinitions(exported);
  } catch (error) {
    throw new PluginError(
      `${name}: its default export is a function, which gets the builders, and threw ${String(error)}`,
      exportHint(exported),
    );
  }
  const wrong = found.find((one) => typeof one !== "object" || one === null || one === build);
  if (typeof exported === "function" && wrong !== undefined)
    throw new PluginError(
      `${name}: its default export is a function, which gets the builders and gave ${wrong === build ? "them back" : String(wrong)}; a definition is expected`,
      exportHint(exported),
    );
  return found;
}

function stripsTypes(): boolean {
  const { typescript } = process.features as { readonly typescript?: unknown };
  return typeof typescript === "string";
}
