import { type Activation, catalog } from "@actbench/core";
import type { CodeModule } from "@actbench/workers";
import { findPlugin } from "./find-plugin.js";
import { PluginError } from "./plugin-error.js";
import type { PluginRequest } from "./plugin-request.js";
import { pluginRequests } from "./plugin-request.js";
import { type Plugin, readPlugin } from "./read-plugin.js";

/** The catalog with what plugins add. */
export interface ExtendedCatalog {
  readonly activations: readonly Activation[];
  /** The plugins whose activations are code, for those who train them. */
  readonly code: readonly CodeModule[];
}

/** Where the code of plugins named on the command line is. */
export async function codeModules(names: readonly string[], cwd: string): Promise<readonly CodeModule[]> {
  return (await loadPlugins(pluginRequests(names, cwd))).code;
}

/** Loads plugins in turn; a name that two of them or one and the catalog have is an error that says whose it is. */
export async function loadPlugins(requests: readonly PluginRequest[]): Promise<ExtendedCatalog> {
  const owners = new Map(catalog.map(({ name }) => [name, "the built-in catalog"]));
  const plugins: Plugin[] = [];
  const seen = new Set<string>();
  for (const request of requests) {
    const file = findPlugin(request.name, request);
    if (seen.has(file.path)) continue;
    seen.add(file.path);
    const plugin = await readPlugin(file);
    for (const { name } of plugin.activations) {
      const owner = owners.get(name);
      if (owner !== undefined)
        throw new PluginError(
          `${plugin.name}: the activation "${name}" is already in ${owner} (${request.place})`,
          "give it another name",
        );
      owners.set(name, plugin.name);
    }
    plugins.push(plugin);
  }
  return {
    activations: [...catalog, ...plugins.flatMap(({ activations }) => activations)],
    code: plugins.flatMap(({ code }) => code ?? []),
  };
}
