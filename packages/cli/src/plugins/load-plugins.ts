import { type Activation, catalog, type FunctionActivation } from "@actbench/core";
import { findPlugin, type PluginPlace } from "./find-plugin.js";
import { PluginError } from "./plugin-error.js";
import { type Plugin, readPlugin } from "./read-plugin.js";

/** A plugin as someone named it. */
export interface PluginRequest extends PluginPlace {
  readonly name: string;
  /** Who named it: `--plugin`, or a place in a sweep file. */
  readonly place: string;
}

/** The catalog with what plugins add. */
export interface ExtendedCatalog {
  readonly activations: readonly Activation[];
  /** Activations that are code: not to be trained. */
  readonly functions: readonly FunctionActivation[];
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
    for (const { name } of [...plugin.activations, ...plugin.functions]) {
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
    functions: plugins.flatMap(({ functions }) => functions),
  };
}
