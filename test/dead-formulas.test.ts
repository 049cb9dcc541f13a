import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runHere } from "../packages/cli/test/run-here.js";
import { temporaryFolder } from "./actbench.js";
import { onlyRun, results, writeSweep } from "./tiny-study.js";

/**
 * Formulas that die to the left of where curves are equal, and one of which f32 rounds the slope to 0 there.
 */
const DYING = {
  tanh: "max(0, tanh(x))",
  late: "max(0, softplus(x) - 1)",
  slow: "clamp(0.5 + x / (2 * (1 + abs(x))), 0.1, 0.9)",
};
const LIVING = { bell: "exp(-x^2)" };
const all = Object.entries({ ...DYING, ...LIVING });

const STUDY = `version: 1
name: dying
dataset: { name: two_moons, train: 64, validation: 32, normalize: standardize }
model: { hidden: [4], bias_init: -20 }
train: { epochs: 1 }
activations:
${all.map(([name, formula]) => `  my_${name}: { formula: "${formula}" }`).join("\n")}
parameters:
  activation: [${all.map(([name]) => `my_${name}`).join(", ")}]
seeds: 9
claims:
${all.map(([name]) => `  - { id: ${name}-lives, where: { activation: my_${name} }, metric: dead_rate, expect: "< 0.01" }`).join("\n")}
`;

it("a formula that dies has a dead rate of 1, and a claim that it does not fails", async () => {
  const cwd = temporaryFolder();
  expect((await runHere(["run", writeSweep(cwd, STUDY), "--quiet"], cwd)).code).toBe(0);
  const run = onlyRun(cwd);
  const rates = new Map(results(run).map((row) => [row.activation, row.dead_rate]));
  for (const [name] of all)
    expect([name, rates.get(`my_${name}`)]).toEqual([name, name in DYING ? "1" : "0"]);

  const checked = await runHere(["check", "dying", "--reporter", "json"], cwd);
  expect(checked.code).toBe(1);
  const { claims } = JSON.parse(checked.stdout) as {
    claims: readonly { id: string; verdict: string; why: string }[];
  };
  for (const { id, verdict, why } of claims) {
    if (id.replace("-lives", "") in DYING) expect([id, verdict]).toEqual([id, "fail"]);
    else
      expect([id, verdict, why]).toEqual([
        id,
        "pass",
        "0 by definition: no derivative is zero on an interval",
      ]);
  }
  const places = readFileSync(join(run, "report.html"), "utf8").match(/dead where z [^<]*/g);
  expect(places).toEqual(["dead where z ≤ 0", "dead where z ≤ 0.5413", "dead where z ≤ −4 and where z ≥ 4"]);
});
