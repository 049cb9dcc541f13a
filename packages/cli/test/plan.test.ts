import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { runHere } from "./run-here.js";

const STUDY = `name: tiny
dataset: { name: two_moons, train: 256, validation: 128 }
model: { hidden: [16] }
train: { epochs: 2 }
parameters: { activation: [relu, elu, tanh] }
seeds: 3
baseline: { activation: relu }
`;

it("plan says what the seeds can decide: in standard deviations, and by an earlier run in the metric's unit", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "actbench plan "));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  writeFileSync(join(cwd, "tiny.yaml"), STUDY);
  const plan = async (...more: string[]) => (await runHere(["plan", "tiny.yaml", ...more], cwd)).stdout;
  expect(await plan()).toMatch(
    /^2 comparisons with the baseline .*3 seeds have 80 % power for effects ≥ [\d.]+ SD/m,
  );

  expect((await runHere(["run", "tiny.yaml", "--quiet"], cwd)).code).toBe(0);
  expect(await plan("--seeds", "9")).toMatch(
    /interim analysis 2, .*9 seeds have[\s\S]*SD [\d.]+ pp in tiny-.*3 seeds\), detectable ≥ [\d.]+ pp/,
  );
  expect(JSON.parse(await plan("train.lr=0.2", "--json", "--pilot", "tiny"))).toMatchObject({
    decides: { look: 1, families: [{ comparisons: 2, measured: [{ metric: "validation_accuracy" }] }] },
  });
  expect(JSON.parse(await plan("train.lr=0.2", "--json"))).not.toHaveProperty("decides.pilot");
});
