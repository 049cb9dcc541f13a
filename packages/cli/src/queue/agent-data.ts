import { type LoadedDataset, listDatasets, loadDataset } from "@actbench/datasets";
import type { CodeModule } from "@actbench/workers";
import { codeModules } from "../plugins/load-plugins.js";
import { loadStudy } from "../study/load-study.js";

export interface AgentDataOptions {
  /** Sweep files; none: all data that is here. */
  readonly configs: readonly string[];
  readonly plugins: readonly string[];
  readonly cwd: string;
  readonly onRemark: (text: string) => void;
}

/** The data and the plugins with code that an agent serves. */
export async function agentData({ configs, plugins, cwd, onRemark }: AgentDataOptions): Promise<{
  readonly datasets: readonly LoadedDataset[];
  readonly code: readonly CodeModule[];
}> {
  const named = await codeModules(plugins, cwd);
  if (configs.length === 0) return { datasets: await allData(onRemark), code: named };
  const datasets = new Map<string, LoadedDataset>();
  const code = new Map(named.map((one) => [one.hash, one]));
  for (const config of configs) {
    const study = await loadStudy({ config, overrides: [], cwd, plugins: [] });
    for (const one of study.datasets) datasets.set(one.hash, one);
    for (const one of study.code) code.set(one.hash, one);
  }
  return { datasets: [...datasets.values()], code: [...code.values()] };
}

/** Every set that can be loaded without the network. */
async function allData(onRemark: (text: string) => void): Promise<readonly LoadedDataset[]> {
  const loaded: LoadedDataset[] = [];
  for (const { name, where } of await listDatasets()) {
    if (where === "not_here") continue;
    try {
      loaded.push(await loadDataset(name));
    } catch (error) {
      onRemark(
        `the dataset ${name} is not served: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return loaded;
}
