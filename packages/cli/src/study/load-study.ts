import { dirname, resolve } from "node:path";
import type { LoadedDataset } from "@actbench/datasets";
import { loadSweep, pluginNames, type Sweep, wantedData } from "@actbench/sweep";
import { enableRelaxedSimd } from "@actbench/workers";
import { loadPlugins } from "../plugins/load-plugins.js";
import { pluginRequests } from "../plugins/plugin-flag.js";
import { trainableOnly } from "../plugins/trainable-only.js";
import { loadData } from "./load-data.js";
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

/** Reads a sweep file, loads the plugins and data it names and expands it. Throws `ConfigError`, `UsageError`. */
export async function loadStudy({ config, overrides, cwd, plugins }: StudySource): Promise<Study> {
  const source = { text: readConfig(config, cwd), file: config, overrides };
  const folder = dirname(resolve(cwd, config));
  const { datasets, catalogs: data } = await loadData(wantedData(source), folder);
  const fma = enableRelaxedSimd();
  const activations = trainableOnly(
    await loadPlugins([
      ...pluginNames(source).map((plugin) => ({ ...plugin, folder, inside: true })),
      ...pluginRequests(plugins, cwd),
    ]),
  );
  return { sweep: loadSweep({ ...source, catalogs: { ...data, activations, fma } }), datasets, fma };
}
