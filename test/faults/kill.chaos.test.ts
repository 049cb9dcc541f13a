import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { actbench, temporaryFolder } from "../actbench.js";
import { finishedIds, onlyRun, results, writeSweep } from "../tiny-study.js";
import { seededRandom } from "./seeded-random.js";

/** 180 trials with rungs, so that checkpoints are written and taken away too; some of them diverge. */
const STUDY = `version: 1
name: killed
dataset: { name: two_moons, train: 512, validation: 128 }
model: { hidden: [32, 16] }
train: { epochs: 9, batch_size: 16 }
parameters:
  activation: [relu, { name: leaky_relu, alpha: [0.01, 0.1] }, prelu, squared_relu]
  train.lr: [0.05, 0.1, 30]
early_terminate: { type: hyperband, min_iter: 3, eta: 3 }
seeds: 12
`;

it("100 random SIGKILLs end in the results of a run that was not killed", async () => {
  const random = seededRandom("100 kills");
  const cwd = temporaryFolder();
  const config = writeSweep(cwd, STUDY);
  const run = ["run", config, "--reporter", "ndjson"];
  let kills = 0;
  let longest = 1200;
  while (kills < 100) {
    // Anywhere from before the folder is there to the writing of the page.
    const wait = random() * longest;
    let timer: NodeJS.Timeout | undefined;
    const { code } = await actbench(run, {
      cwd,
      onSpawn: (kill) => {
        timer = setTimeout(() => kill("SIGKILL"), wait);
      },
    });
    clearTimeout(timer);
    if (code === null) kills += 1;
    // It came to its end before it was killed; the others are killed while they open it or write the page.
    else longest = Math.max(300, longest * 0.9);
  }
  const { code, stderr } = await actbench(run, { cwd });
  expect({ code, stderr }).toMatchObject({ code: 0 });
  const folder = onlyRun(cwd);
  const ids = finishedIds(folder);
  expect(new Set(ids).size).toBe(ids.length);
  await actbench([...run, "--out", "whole"], { cwd });
  expect(results(folder)).toEqual(results(onlyRun(cwd, "whole")));
  expect(new Set(results(folder).map(({ status }) => status))).toEqual(
    new Set(["completed", "diverged", "pruned"]),
  );
  expect(existsSync(join(folder, "run.lock"))).toBe(false);
});
