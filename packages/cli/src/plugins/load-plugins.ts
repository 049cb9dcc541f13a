import { type Activation, type CodeActivation, catalog, standardActivations } from "@actbench/core/internal";
import type { ConfigError } from "@actbench/sweep";
import type { CodeModule } from "@actbench/workers";
import { isConfigError } from "../is-config-error.js";
import { UsageError } from "../usage-error.js";
import type { PluginFile } from "./find-plugin.js";
import type { Plugin } from "./open-plugin.js";
import { PluginError } from "./plugin-error.js";
import type { PluginRequest } from "./plugin-request.js";
import { pluginRequests } from "./plugin-request.js";

/** The catalog with what plugins add; a plugin's formula takes the place of a later entry of its name. */
export interface ExtendedCatalog {
  readonly activations: readonly Activation[];
  /** The plugins whose activations are code, for those who train them. */
  readonly code: readonly CodeModule[];
  /** The plugin that an activation which is code came from. */
  fileOf(activation: CodeActivation): PluginFile;
}

/** Where the code of plugins named on the command line is. */
export async function codeModules(names: readonly string[], cwd: string): Promise<readonly CodeModule[]> {
  return (await loadPlugins(pluginRequests(names, cwd))).code;
}

/**
 * Loads plugins in turn; a name that two of them or one and the catalog have is an error that says whose it
 * is. A plugin that cannot be used is skipped and reported to `onFault`; without `onFault` its error is
 * thrown.
 */
export async function loadPlugins(
  requests: readonly PluginRequest[],
  onFault?: (request: PluginRequest, error: UsageError | ConfigError) => void,
): Promise<ExtendedCatalog> {
  const owners = new Map(standardActivations.map(({ name }) => [name, "the built-in catalog"]));
  const plugins: Plugin[] = [];
  const seen = new Set<string>();
  const load = async (request: PluginRequest): Promise<void> => {
    // Most commands need no plugin, and what reads one loads much.
    const [{ findPlugin }, { openPlugin }] = await Promise.all([
      import("./find-plugin.js"),
      import("./open-plugin.js"),
    ]);
    const file = findPlugin(request.name, request);
    if (seen.has(file.path)) return;
    seen.add(file.path);
    const plugin = await openPlugin(file);
    for (const { name } of plugin.activations) {
      const owner = owners.get(name);
      if (owner !== undefined)
        throw new PluginError(
          `${file.name}: the activation "${name}" is already in ${owner} (${request.place})`,
          "give it another name",
        );
      owners.set(name, file.name);
    }
    plugins.push(plugin);
  };
  for (const request of requests)
    try {
      await load(request);
    } catch (error) {
      if (onFault === undefined || !(error instanceof UsageError || isConfigError(error))) throw error;
      onFault(request, error);
    }
  const added = plugins.flatMap(({ activations }) => activations);
  const taken = new Set(added.map(({ name }) => name));
  return {
    activations: [...catalog.filter(({ name }) => !taken.has(name)), ...added],
    code: plugins.flatMap(({ code }) => code ?? []),
    fileOf: ({ name, code: hash }) => {
      const plugin = plugins.find(({ code }) => code?.hash === hash);
      if (plugin === undefined) throw new Error(`no plugin provides the code of ${name}`);
      return plugin.file;
    },
  };
}
