import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere } from "../packages/cli/test/run-here.js";
import { actbench, ROOT, temporaryFolder } from "./actbench.js";
import { onlyRun, results } from "./tiny-study.js";

describe("examples/plugins", () => {
  it("pass the audit, the package by its name", async () => {
    const cwd = temporaryFolder();
    for (const file of ["snake.yaml", "blend.mjs"]) {
      const { code, stdout } = await actbench(["activations", "check", `${ROOT}examples/plugins/${file}`], {
        cwd,
      });
      expect([file, code], stdout).toEqual([file, 0]);
    }
    const modules = join(cwd, "node_modules");
    writeFileSync(join(cwd, "package.json"), "{}");
    expect(existsSync(modules)).toBe(false);
    symlinkSync(`${ROOT}examples/plugins`, modules);
    const { code, stdout } = await actbench(["activations", "check", "actbench-plugin-serf"], { cwd });
    expect([code, stdout.split("\n")[0]]).toEqual([0, "serf: passed"]);
  });

  it("train beside built-ins, and learn what they let be learned", async () => {
    const cwd = temporaryFolder();
    const config = `${ROOT}configs/examples/plugins.yaml`;
    const { code, stderr } = await runHere(
      ["run", config, "--out", "results", "epochs=2", "--seeds", "1"],
      cwd,
    );
    expect([code, stderr.includes("error")], stderr).toEqual([0, false]);
    const rows = results(onlyRun(cwd));
    expect(rows.map(({ activation, status }) => [activation, status])).toEqual(
      ["relu", "learned_snake", "relu_tanh_blend", "serf"].map((name) => [name, "completed"]),
    );
    expect(new Set(rows.map(({ digest }) => digest)).size).toBe(4);
  });
});

describe("the same tree under another name", () => {
  it("ends in the digest of the built-in", async () => {
    const cwd = temporaryFolder();
    writeFileSync(
      join(cwd, "same.yaml"),
      `name: same
dataset: { name: two_moons, train: 256, validation: 64, normalize: standardize }
model: { hidden: [16, 16], init: auto }
train: { epochs: 2, batch_size: 32 }
activations:
  my_silu: { formula: "x / (1 + exp(-x))" }
  my_mish: { formula: "x * tanh(log(1 + exp(x)))" }
  my_swish: { formula: "x / (1 + exp(-b * x))", params: { b: { default: 1, trainable: true } } }
parameters:
  activation: [silu, my_silu, mish, my_mish, swish, my_swish]
seeds: 2
`,
    );
    expect(await runHere(["run", "same.yaml"], cwd)).toMatchObject({ code: 0 });
    const digests = new Map(
      results(onlyRun(cwd)).map(({ activation, seed, digest }) => [`${activation} ${seed}`, digest]),
    );
    for (const name of ["silu", "mish", "swish"])
      for (const seed of [0, 1]) {
        expect(digests.get(`${name} ${seed}`)).toMatch(/^[0-9a-f]{16,}$/);
        expect(digests.get(`my_${name} ${seed}`)).toBe(digests.get(`${name} ${seed}`));
      }
  });
});

describe("a plugin that is written otherwise", () => {
  it.each([
    [
      "module.exports = { name: 'a', formula: 'x' };",
      /importing it failed: ReferenceError: module is not defined.*\n +write export default \{ name: "…", formula: "…" \}/,
    ],
    [
      "export default (x) => (x > 0 ? x : 0.1 * x);",
      /gets the builders and gave NaN; .*\n +write export default \{ name: "my_act", formula: "x > 0 \? x : 0\.1 \* x" \}/,
    ],
  ])("is answered with what to write: %s", async (text, answer) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "a.mjs"), text);
    const { code, stdout } = await actbench(["activations", "check", "./a.mjs"], { cwd });
    expect([code, stdout]).toEqual([1, expect.stringMatching(answer)]);
  });
});
