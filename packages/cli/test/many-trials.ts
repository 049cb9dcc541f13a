import { dataCard } from "@actbench/datasets";
import { openRun } from "@actbench/sweep";
import { recordOf } from "../../sweep/test/memory-executor.js";
import { machineCard } from "../src/machine/machine-card.js";
import { loadStudy } from "../src/study/load-study.js";
import { VERSION } from "../src/version.js";

/** 2,100 trials, whose page is made in a thread. */
export const MANY = `version: 1
name: many
dataset: { name: two_moons, train: 64, validation: 32, test: 32, normalize: standardize }
model: { hidden: [8] }
train: { epochs: 1, batch_size: 16 }
parameters:
  train.lr: [${Array.from({ length: 21 }, (_, i) => (i + 1) / 100).join(", ")}]
seeds: 100
`;

/** Finishes all trials of a sweep file without training them; gives the run's folder., without a page. */
export async function finishTrials(cwd: string, config: string): Promise<string> {
  const { sweep, datasets, sources, fma } = await loadStudy({ config, overrides: [], cwd, plugins: [] });
  const run = await openRun(`${cwd}/results`, sweep, {
    machine: machineCard(fma),
    data: datasets.map(dataCard),
    sources,
    version: VERSION,
    now: Date.now,
    workers: 1,
    numerics: fma ? ["fma", "strict"] : ["strict"],
  });
  const specs = new Map(sweep.points.map(({ point, spec }) => [point, spec]));
  run.append(
    sweep.plan.flatMap(({ point, seed }) => {
      const spec = specs.get(point);
      return spec === undefined ? [] : recordOf({ ...spec, seed });
    }),
  );
  run.writeResults();
  run.close();
  return run.folder;
}
