import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import { loadPlugins } from "../../packages/cli/dist/plugins/load-plugins.js";
import { catalog } from "../../packages/core/dist/index.js";
import { loadActivations } from "../../packages/sweep/dist/index.js";

const folder = fileURLToPath(new URL("../../configs/studies/", import.meta.url));

/** The catalog with what the plugins of a study add: what its sweep file is planned with. */
export async function knownActivations({ text, path }) {
  const { plugins = [] } = parse(text);
  const requests = plugins.map((name) => ({ name, place: path, folder, inside: true }));
  return requests.length === 0 ? catalog : (await loadPlugins(requests)).activations;
}

/** These and the formulas of the sweep file itself. */
export async function allActivations(about) {
  const { activations } = parse(about.text);
  const known = await knownActivations(about);
  if (activations === undefined) return known;
  return [...known, ...loadActivations({ text: stringify({ activations }), file: about.path })];
}
