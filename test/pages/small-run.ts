import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { runHere } from "../../packages/cli/test/run-here.js";
import { finishedIds, writeSweep } from "../tiny-study.js";

/**
 * The sweep file of a study of twelve trials: four points, three seeds. Its data have four inputs, so no page
 * of it draws regions.
 */
export const smallSweep = (name: string): string => `version: 1
name: ${name}
dataset: { name: iris, train: 90, validation: 30, test: 30 }
model: { hidden: [8] }
train: { epochs: 2, batch_size: 16 }
parameters:
  activation: [relu, { name: leaky_relu, alpha: [0.01, 0.1] }, prelu]
seeds: 3
baseline: { activation: relu }
`;

const CLAIMS = `claims:
  - { id: relu-learns, where: { activation: relu }, metric: train_loss, expect: "< 10" }
`;

/** Settings that make a run of any sweep file a matter of a moment. */
export const SMALLER = [
  "dataset=iris",
  "dataset.train=90",
  "dataset.validation=30",
  "dataset.test=30",
  "epochs=1",
  "lr=0.1",
];

/** One thread: starting a second takes longer than what it would train. */
export const ONE_THREAD = ["--workers", "1"] as const;

/**
 * Runs the twelve trials of a small study with a claim under a name, `words` behind them; gives the folder of
 * the run.
 */
export async function smallRun(cwd: string, name: string, words: readonly string[] = []): Promise<string> {
  const config = writeSweep(cwd, `${smallSweep(name)}${CLAIMS}`, `${name}.yaml`);
  const out = words[words.indexOf("--out") + 1];
  const { code, stderr } = await runHere(["run", config, ...ONE_THREAD, ...words], cwd);
  expect(code, stderr).toBe(0);
  const folder = join(cwd, words.includes("--out") && out !== undefined ? out : "results");
  const [run] = readdirSync(folder).filter((entry) => entry.startsWith(`${name}-`));
  if (run === undefined) throw new Error(`no run of ${name} in ${folder}`);
  return join(folder, run);
}

/** The id of a run's first finished trial. */
export function firstTrial(run: string): string {
  const [id] = finishedIds(run);
  if (id === undefined) throw new Error(`no finished trial in ${run}`);
  return id;
}
