import { listFlag } from "../command/flag.js";
import type { PluginRequest } from "./load-plugins.js";

/** `--plugin`, which may be given several times. */
export const pluginFlag = listFlag("activations of one's own: a file or an npm package", "FILE|PACKAGE");

/** Plugins named on the command line: anywhere, on purpose. */
export function pluginRequests(names: readonly string[], cwd: string): readonly PluginRequest[] {
  return names.map((name) => ({ name, place: `--plugin ${name}`, folder: cwd, inside: false }));
}
