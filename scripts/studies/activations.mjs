import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import { findPlugin } from "../../packages/cli/dist/plugins/find-plugin.js";
import { loadPlugins } from "../../packages/cli/dist/plugins/load-plugins.js";
import { readPlugin } from "../../packages/cli/dist/plugins/read-plugin.js";
import { catalog } from "../../packages/core/dist/internal.js";
import { loadActivations } from "../../packages/sweep/dist/index.js";

const folder = fileURLToPath(new URL("../../configs/studies/", import.meta.url));

/** The catalog with what the plugins of a study add: what its sweep file is planned with. */
export async function knownActivations({ text, path }) {
  const { plugins = [] } = parse(text);
  const requests = plugins.map((name) => ({ name, place: path, folder, inside: true }));
  return requests.length === 0 ? catalog : (await loadPlugins(requests)).activations;
}

/**
 * These and the formulas of the sweep file itself; activations that are code with their functions, which only
 * the studies' own plugins have.
 */
export async function allActivations(about) {
  const { activations, plugins = [] } = parse(about.text);
  const files = plugins.map((name) => findPlugin(name, { folder, inside: true }));
  const loaded = (await Promise.all(files.map((file) => readPlugin(file, () => {})))).flat();
  const known = (await knownActivations(about)).map((one) =>
    "code" in one ? { ...one, ...loaded.find(({ name }) => name === one.name), code: one.code } : one,
  );
  if (activations === undefined) return known;
  return [...known, ...loadActivations({ text: stringify({ activations }), file: about.path })];
}
