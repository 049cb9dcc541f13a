import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { runHere } from "./run-here.js";

/** A plugin whose code never comes back in the thread of a trial. */
const PLUGIN = `import { workerData } from "node:worker_threads";
const value = (x) => {
  while (workerData?.datasets !== undefined);
  return x > 0 ? x : 0;
};
export default { name: "stuck", value, slope: (x) => (x > 0 ? 1 : 0), kinks: [0] };
`;

const STUDY = `name: rungs
dataset: { name: two_moons, train: 64, validation: 32, test: 32 }
model: { hidden: [8] }
train: { epochs: 3 }
method: halving
parameters: { activation: [stuck, relu, tanh] }
seeds: 1
budget: { trial_timeout: 2s }
plugins: [stuck.mjs]
`;

it("a trial that timed out ranks last in its rung; the page and show say that this depended on the machine", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "actbench rungs "));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  writeFileSync(join(cwd, "stuck.mjs"), PLUGIN);
  writeFileSync(join(cwd, "s.yaml"), STUDY);
  expect((await runHere(["plan", "s.yaml"], cwd)).stdout).toContain(
    "after epoch 1 the best 1 of 3 configurations continue",
  );
  expect((await runHere(["run", "s.yaml", "--quiet"], cwd)).code).toBe(3);

  const [run = ""] = readdirSync(join(cwd, "results"));
  const folder = join(cwd, "results", run);
  const [, ...rows] = readFileSync(join(folder, "results.csv"), "utf8").trimEnd().split("\r\n");
  const statuses = rows.map((row) => row.split(",")[4]);
  expect(statuses[0]).toBe("timed_out");
  expect(statuses.slice(1).sort()).toEqual(["completed", "pruned"]);

  const page = readFileSync(join(folder, "report.html"), "utf8");
  const failures = /<section id="failures"[\s\S]*?<\/section>/.exec(page)?.[0] ?? "";
  expect(failures).toMatch(/timed out[\s\S]*stopped after \d/);
  expect(failures).toContain(
    "stopped early at rung 1, on purpose. A trial of that rung failed or timed out and was ranked last, so this decision depended on the machine",
  );
  const pruned = String(statuses.indexOf("pruned") + 1);
  const { stdout } = await runHere(["show", pruned, "--run", "rungs"], cwd);
  expect(stdout).toMatch(/pruned at rung 1.*this depends on the machine/s);
});
