import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { runHere } from "./run-here.js";

const SWEEP = `name: planned
dataset: { name: two_moons, train: 256, validation: 64 }
parameters: { activation: [relu, elu], train.epochs: [1, 9] }
seeds: 5
claims: [{ id: a, compare: { activation: [relu, elu] }, metric: validation_loss, expect: better }]
`;

function folderWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "actbench plan "));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "s.yaml"), text);
  return folder;
}

it("plan says points, seeds, trials, minutes here and memory, and how large an effect the seeds can show", async () => {
  const cwd = folderWith(SWEEP);
  const { code, stdout, stderr } = await runHere(["plan", "s.yaml", "--workers", "2"], cwd);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^planned-[0-9a-f]{8}: 4 configurations × 5 seeds = 20 trials, roughly .+ with 2 workers, [\d.]+ \w+ of memory/m,
  );
  // Five seeds can bear out a claim: a t test decides, for which the sign test's floor does not hold.
  expect(stderr).toBe("");
  expect(stdout).toContain("5 seeds have 80 % power for effects");
});

it("plan --json says the same to programs, --list names every trial, --shard a part of them", async () => {
  const cwd = folderWith(SWEEP);
  const json = await runHere(["plan", "s.yaml", "--json", "--list", "--workers", "50%"], cwd);
  const plan = JSON.parse(json.stdout) as Readonly<Record<string, number>> & {
    readonly rows: readonly object[];
  };
  expect(plan).toMatchObject({ name: "planned", points: 4, seeds: 5, trials: 20 });
  expect(plan.workers).toBeGreaterThanOrEqual(1);
  expect(plan.estimate_s).toBeGreaterThan(0);
  expect(plan.trial_bytes).toBeGreaterThan(10_000);
  expect(plan.rows).toHaveLength(20);
  const shards = [];
  for (const shard of ["1/2", "2/2"]) {
    const { stdout } = await runHere(["plan", "s.yaml", "--list", "--json", `--shard=${shard}`], cwd);
    shards.push(...(JSON.parse(stdout) as { rows: { id: string }[] }).rows.map(({ id }) => id));
  }
  expect(new Set(shards).size).toBe(20);
});

it("plan refuses a grid of 10⁹ points with its count, and a shard of a study with rungs", async () => {
  const axis = "{ distribution: uniform, min: 0, max: 0.9, count: 1000 }";
  const cwd = folderWith(`parameters: { lr: ${axis}, momentum: ${axis}, beta1: ${axis} }\nseeds: 1\n`);
  expect(await runHere(["plan", "s.yaml"], cwd)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("this grid has 1,000,000,000 configurations"),
  });
  const halving = folderWith("method: halving\nparameters: { activation: [relu, elu] }\n");
  expect(await runHere(["plan", "s.yaml", "--shard=1/2"], halving)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("early stopping compares all trials of a rung"),
  });
});
