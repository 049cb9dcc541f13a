import { dirname, resolve } from "node:path";
import {
  cacheFolder,
  datasetCatalog,
  factsOf,
  keptNames,
  type LoadedDataset,
  loadDataset,
} from "@actbench/datasets";
import { datasetNames, loadSweep, pluginNames, type Sweep } from "@actbench/sweep";
import { enableRelaxedSimd } from "@actbench/workers";
import { loadPlugins } from "../plugins/load-plugins.js";
import { pluginRequests } from "../plugins/plugin-flag.js";
import { trainableOnly } from "../plugins/trainable-only.js";
import { readConfig } from "./read-config.js";

/** A sweep file made ready to run on this machine. */
export interface Study {
  readonly sweep: Sweep;
  readonly datasets: readonly LoadedDataset[];
  readonly fma: boolean;
}

export interface StudySource {
  /** The sweep file as the user named it. */
  readonly config: string;
  readonly overrides: readonly string[];
  readonly cwd: string;
  /** Plugins named on the command line, beside those of the file. */
  readonly plugins: readonly string[];
}

/** Reads a sweep file, loads the plugins and datasets it names and expands it. Throws `ConfigError`, `UsageError`. */
export async function loadStudy({ config, overrides, cwd, plugins }: StudySource): Promise<Study> {
  const source = { text: readConfig(config, cwd), file: config, overrides };
  const wanted = new Set(datasetNames(source));
  const known = [...datasetCatalog.map(({ name }) => name), ...(await keptNames(cacheFolder()))];
  // A name that is not known stays for loadSweep, which reports it with its place.
  const datasets = await Promise.all(
    known.filter((name) => wanted.has(name)).map((name) => loadDataset(name)),
  );
  const fma = enableRelaxedSimd();
  const folder = dirname(resolve(cwd, config));
  const activations = trainableOnly(
    await loadPlugins([
      ...pluginNames(source).map((plugin) => ({ ...plugin, folder, inside: true })),
      ...pluginRequests(plugins, cwd),
    ]),
  );
  const catalogs = { activations, datasets: datasets.map(factsOf), datasetNames: known, fma };
  return { sweep: loadSweep({ ...source, catalogs }), datasets, fma };
}
