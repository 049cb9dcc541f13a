import type { PluginPlace } from "./find-plugin.js";

/** A plugin as someone named it. */
export interface PluginRequest extends PluginPlace {
  readonly name: string;
  /** Who named it: `--plugin`, or a place in a sweep file. */
  readonly place: string;
}

/** Plugins named on the command line: anywhere, on purpose. */
export function pluginRequests(names: readonly string[], cwd: string): readonly PluginRequest[] {
  return names.map((name) => ({ name, place: `--plugin ${name}`, folder: cwd, inside: false }));
}
