import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { runHere } from "./run-here.js";

const STUDY = `name: finals
dataset: { name: two_moons, train: 128, validation: 64 }
model: { hidden: [8] }
train: { epochs: 1 }
parameters: { activation: [relu, tanh], lr: [0.1, 0.3] }
seeds: { count: 2, confirm: 2 }
baseline: { activation: relu }
claims: [{ id: a, compare: { activation: [tanh, relu] }, metric: validation_accuracy, expect: better }]
`;

it("run goes on with the finalists on fresh seeds, and leaves them to the next command under --limit", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "actbench confirm "));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  writeFileSync(join(cwd, "finals.yaml"), STUDY);
  const plan = await runHere(["plan", "finals.yaml"], cwd);
  expect(plan.stdout).toContain("then up to 2 finalists × 2 fresh seeds = 4 trials");
  const results = (out: string): string => {
    const [run = ""] = readdirSync(join(cwd, out));
    return readFileSync(join(cwd, out, run, "plan.jsonl"), "utf8");
  };
  const { code, stdout } = await runHere(["run", "finals.yaml", "--out", "a"], cwd);
  expect(code).toBe(0);
  expect(
    stdout.match(
      /on fresh seeds: validation accuracy .*n = 2; on those that chose it .*n = 2.*; tier \d\.$/gm,
    ),
  ).toHaveLength(2);
  expect(stdout).toContain("(test accuracy, each finalist on 2 fresh seeds, differences paired by seed)");
  expect(stdout).toMatch(/^12 trials in .*: 12 completed$/m);
  expect(results("a").trim().split("\n")).toHaveLength(12);

  const [done = ""] = readdirSync(join(cwd, "a"));
  expect(JSON.parse(readFileSync(join(cwd, "a", done, "looks.jsonl"), "utf8"))).toMatchObject({
    n: 2,
    fresh: 2,
  });
  // One seed chooses, and has no verdict; fresh ones have.
  const one = await runHere(["run", "finals.yaml", "seeds.count=1", "--out", "one"], cwd);
  expect(one.stdout).toMatch(/relu|tanh/);
  expect(one.stdout).toContain("each finalist on 2 fresh seeds");
  expect(one.stdout).not.toContain("no verdict");

  const limited = await runHere(["run", "finals.yaml", "--out", "b", "--as-new", "--limit", "8"], cwd);
  expect(limited.stdout).toMatch(/^8 trials/m);
  const next = await runHere(["run", "finals.yaml", "--out", "b", "--as-new", "--workers", "1"], cwd);
  expect(next.stdout).toMatch(/^12 trials in .*: 12 completed, 8 of them had finished before$/m);
  expect(results("b")).toBe(results("a"));

  const [run = ""] = readdirSync(join(cwd, "a"));
  const folder = join("a", run);
  const json = async (...args: string[]): Promise<object> => JSON.parse((await runHere(args, cwd)).stdout);
  const finalist = {
    metric: "validation_accuracy",
    seeds: 2,
    completed: 2,
    chosen: { n: 2 },
    fresh: { n: 2 },
  };
  const finalists = [
    { ...finalist, tier: 1 },
    {
      ...finalist,
      lessBaseline: { n: 2 },
      against: { metric: "test_accuracy", paired: { family: 1, planned: 2 } },
      tier: 1,
    },
  ];
  expect(await json("run", "finals.yaml", "--out", "a", "--reporter", "json")).toMatchObject({ finalists });
  expect(await json("check", folder, "--reporter", "json")).toMatchObject({ claims: [{}], finalists });
  expect(await json("compare", folder, folder, "--json")).toMatchObject([
    { a: { finalists }, b: { finalists } },
  ]);
  const exported = await runHere(["export", folder, "--table", "finalists", "--format", "jsonl"], cwd);
  expect(
    exported.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { activation: "relu", dataset: "two_moons", seeds: 2, tier: 1, verdict: null },
    { activation: "tanh", metric: "test_accuracy", family: 1, tier: 1, verdict: expect.any(String) },
  ]);
});
