import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { poolCoverage } from "../packages/report/test/simulate.js";
import { actbench, temporaryFolder } from "./actbench.js";
import { parseCsv } from "./parse-csv.js";
import { onlyRun, writeSweep } from "./tiny-study.js";

const SEEDS = 200;
const SWEEP = `version: 1
name: pool
dataset: { name: two_moons, train: 512, validation: 128, test: 1000, label_noise: 0.1 }
model: { hidden: [16, 16] }
train: { epochs: 10, batch_size: 16 }
parameters: { activation: [relu, tanh] }
seeds: ${SEEDS}
`;

it("intervals of resampled real seeds cover their mean, printed", { timeout: 600_000 }, async () => {
  const cwd = temporaryFolder();
  expect((await actbench(["run", writeSweep(cwd, SWEEP), "--quiet"], { cwd })).code).toBe(0);
  const rows = parseCsv(readFileSync(join(onlyRun(cwd), "results.csv"), "utf8"));
  const values = (activation: string) =>
    rows.filter((row) => row.activation === activation).map(({ test_loss }) => Number(test_loss));
  const [relu, tanh] = [values("relu"), values("tanh")];
  const pool = relu.map((loss, seed) => loss - (tanh[seed] ?? Number.NaN));
  expect(pool).toHaveLength(SEEDS);
  for (const n of [3, 5, 10, 20, 40]) {
    const share = poolCoverage(pool, n, 1000);
    console.log(`95 % intervals of ${n} of ${SEEDS} real seeds cover ${(100 * share).toFixed(1)} %`);
    expect(share).toBeGreaterThan(0.9);
  }
});
