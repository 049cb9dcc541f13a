import { pathToFileURL } from "node:url";
import { build, patchedIntrinsics, pluginDefinitions } from "@actbench/core/internal";
import { lackOfFiles } from "../files/too-few-files.js";
import { isTypeScript, type PluginFile } from "./find-plugin.js";
import { isDefinition, type LoadedActivation, readDefinition } from "./plugin-definition.js";
import { PluginError } from "./plugin-error.js";
import { exportHint } from "./plugin-hints.js";

/**
 * Imports a code plugin, which runs it: for a thread that may be ended. `onImported` is called between the
 * import and what asks its functions. Throws a `PluginError`.
 */
export async function readPlugin(
  file: PluginFile,
  onImported: () => void,
): Promise<readonly LoadedActivation[]> {
  const { name } = file;
  const exported = await importDefault(file);
  onImported();
  const found = definitions(exported, name);
  const patched = patchedIntrinsics();
  if (patched.length > 0)
    throw new PluginError(
      `${name}: it changes ${patched.slice(0, 5).join(", ")}, which all code shares: every later number may differ`,
      "take that out of it, or write the formula as .yaml",
    );
  if (found.length === 0) throw new PluginError(`${name}: it holds no activation`);
  return found.map((raw) => readDefinition(raw, name));
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
    const lack = lackOfFiles(error, path);
    if (lack !== undefined) throw lack;
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
