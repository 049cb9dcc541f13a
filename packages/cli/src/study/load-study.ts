import { dirname, resolve } from "node:path";
import type { LoadedDataset } from "@actbench/datasets";
import {
  type ConfigProblem,
  type DataSources,
  loadSweep,
  pluginNames,
  type Sweep,
  wantedData,
} from "@actbench/sweep";
import type { CodeModule } from "@actbench/workers";
import { enableRelaxedSimd } from "@actbench/workers/engine";
import { codeRemarks } from "../plugins/code-remarks.js";
import { loadPlugins } from "../plugins/load-plugins.js";
import { pluginProblems } from "../plugins/plugin-problems.js";
import { pluginRequests } from "../plugins/plugin-request.js";
import { loadData } from "./load-data.js";
import { readConfig } from "./read-config.js";

/** A sweep file made ready to run on this machine. */
export interface Study {
  readonly sweep: Sweep;
  readonly datasets: readonly LoadedDataset[];
  /** Where own data lies. */
  readonly sources: DataSources;
  /** The plugins whose activations are code. */
  readonly code: readonly CodeModule[];
  readonly fma: boolean;
}

export interface StudySource {
  /** The sweep file as the user named it. */
  readonly config: string;
  /** Its text, if it is not a file. */
  readonly text?: string;
  readonly overrides: readonly string[];
  readonly cwd: string;
  /** Plugins named on the command line, besides those of the file. */
  readonly plugins: readonly string[];
}

/**
 * Reads a sweep file, loads the plugins and data it names and expands it. Throws a `ConfigError` with every problem of
 * the file, its plugins and its data, or a `UsageError`.
 */
export async function loadStudy({ config, text, overrides, cwd, plugins }: StudySource): Promise<Study> {
  const source = { text: text ?? readConfig(config, cwd), file: config, overrides };
  const folder = dirname(resolve(cwd, config));
  const wanted = wantedData(source);
  const { datasets, catalogs: data } = await loadData(wanted, folder);
  const fma = enableRelaxedSimd();
  const own = pluginNames(source).map((plugin) => ({ ...plugin, folder, inside: true }));
  const faults: ConfigProblem[] = [];
  const { activations, code } = await loadPlugins(
    [...own, ...pluginRequests(plugins, cwd)],
    (request, error) => faults.push(...pluginProblems(request, error)),
  );
  const catalogs = { ...data, activations, fma };
  const sweep = loadSweep({ ...source, catalogs, pluginFaults: faults });
  const sources = wanted.own === undefined ? {} : { [wanted.own.name]: folder };
  const dataRemarks = datasets.flatMap(({ remarks = [] }) => remarks);
  const warnings = [...sweep.warnings, ...dataRemarks, ...codeRemarks(sweep.activations)];
  return { sweep: { ...sweep, warnings }, datasets, sources, code, fma };
}
