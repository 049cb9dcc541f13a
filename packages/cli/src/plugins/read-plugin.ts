import { readFileSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Activation, build, type FunctionActivation, patchedIntrinsics } from "@actbench/core";
import { loadActivations } from "@actbench/sweep";
import { isData, isTypeScript, type PluginFile } from "./find-plugin.js";
import { readDefinition } from "./plugin-definition.js";
import { PluginError } from "./plugin-error.js";

/** What a plugin brings. */
export interface Plugin {
  readonly name: string;
  readonly activations: readonly Activation[];
  /** Activations that are code; they can be audited, not trained. */
  readonly functions: readonly FunctionActivation[];
}

const LARGEST_BYTES = 1024 * 1024;

/** Reads a plugin's file; a code plugin is imported, and so runs. Throws `ConfigError` or `PluginError`. */
export async function readPlugin(file: PluginFile): Promise<Plugin> {
  const { name, path } = file;
  if (isData(file)) {
    if (statSync(path).size > LARGEST_BYTES)
      throw new PluginError(
        `${name} has ${statSync(path).size} bytes; a plugin has at most ${LARGEST_BYTES}`,
      );
    const activations = loadActivations({ text: readFileSync(path, "utf8"), file: name });
    return { name, activations, functions: [] };
  }
  const entries = definitions(await importDefault(file), name).map((raw) => readDefinition(raw, name));
  const patched = patchedIntrinsics();
  if (patched.length > 0)
    throw new PluginError(
      `${name}: it changes ${patched.slice(0, 5).join(", ")}, which all code shares: every number after it may be another`,
      "take that out of it, or write the formula as .yaml",
    );
  if (entries.length === 0) throw new PluginError(`${name}: it holds no activation`);
  return {
    name,
    activations: entries.flatMap((entry) => (entry.kind === "formula" ? [entry.activation] : [])),
    functions: entries.flatMap((entry) => (entry.kind === "functions" ? [entry.functions] : [])),
  };
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
    throw new PluginError(`${name}: importing it failed: ${String(error)}`);
  }
  const { default: exported } = module as { readonly default?: unknown };
  if (exported === undefined)
    throw new PluginError(
      `${name}: it has no default export`,
      'write export default { name: "…", formula: "…" }',
    );
  return exported;
}

/** A definition, a list of them, or a function of core's formula builders that gives either. */
function definitions(exported: unknown, name: string): readonly unknown[] {
  let given = exported;
  if (typeof exported === "function") {
    try {
      given = exported(build);
    } catch (error) {
      throw new PluginError(`${name}: its default export threw ${String(error)}`);
    }
  }
  return Array.isArray(given) ? given : [given];
}

function stripsTypes(): boolean {
  const { typescript } = process.features as { readonly typescript?: unknown };
  return typeof typescript === "string";
}
