import { dirname, resolve } from "node:path";
import type { Numerics } from "@actbench/core/internal";
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
import { isConfigError } from "../is-config-error.js";
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
  /** Whether `numerics: auto` is fma: as the executor, or this machine, can. */
  readonly fma: boolean;
  /**
   * The loaded plan with `numerics: auto` decided anew; undefined where it cannot be: `sweep` is a part of
   * it, such as a shard, or asks for fma itself.
   */
  readonly planFor: (sweep: Sweep, fma: boolean) => Sweep | undefined;
}

export interface StudyRequest {
  /** The sweep file as the user named it. */
  readonly config: string;
  /** Its text, if it is not a file. */
  readonly text?: string;
  readonly overrides: readonly string[];
  readonly cwd: string;
  /** Plugins named on the command line, besides those of the file. */
  readonly plugins: readonly string[];
  /** The profiles of the executor that will train it; absent: those of this machine. */
  readonly numerics?: readonly Numerics[];
}

/**
 * Reads a sweep file, loads the plugins and data it names and expands it. Throws a `ConfigError` with every
 * problem of the file, its plugins and its data, or a `UsageError`.
 */
export async function loadStudy(asked: StudyRequest): Promise<Study> {
  const { config, text, overrides, cwd, plugins, numerics } = asked;
  const source = { text: text ?? readConfig(config, cwd), file: config, overrides };
  const folder = dirname(resolve(cwd, config));
  const wanted = wantedData(source);
  const { datasets, catalogs: data, cacheFault } = await loadData(wanted, folder);
  const fma = numerics?.includes("fma") ?? enableRelaxedSimd();
  const own = pluginNames(source).map((plugin) => ({ ...plugin, folder, inside: true }));
  const faults: ConfigProblem[] = [];
  const { activations, code } = await loadPlugins(
    [...own, ...pluginRequests(plugins, cwd)],
    (request, error) => faults.push(...pluginProblems(request, error)),
  );
  const sources = wanted.own === undefined ? {} : { [wanted.own.name]: folder };
  const dataRemarks = [
    ...(cacheFault === undefined ? [] : [cacheFault]),
    ...datasets.flatMap(({ remarks = [] }) => remarks),
  ];
  const planned = (profile: boolean): Sweep => {
    const catalogs = { ...data, activations, fma: profile };
    const sweep = loadSweep({ ...source, catalogs, pluginFaults: faults });
    return { ...sweep, warnings: [...sweep.warnings, ...dataRemarks, ...codeRemarks(sweep.activations)] };
  };
  const loaded = planned(fma);
  const planFor: Study["planFor"] = (sweep, profile) => {
    try {
      return sweep === loaded ? planned(profile) : undefined;
    } catch (error) {
      // It was read once without a problem: all that can be wrong now is that it asks for fma.
      if (isConfigError(error)) return undefined;
      throw error;
    }
  };
  return { sweep: loaded, datasets, sources, code, fma, planFor };
}
