import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { GradientProbe } from "@actbench/core/internal";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runHere } from "./run-here.js";

const SWEEP = `name: slopes
dataset: { name: two_moons, train: 128, validation: 32 }
model: { hidden: [8, 6], activation: prelu }
train: { epochs: 2, batch_size: 16, lr: 0.1 }
seeds: 1
`;

let cwd = "";
const call = (...args: string[]) => runHere(args, cwd);

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "actbench gradients "));
  writeFileSync(join(cwd, "plain.yaml"), SWEEP);
  writeFileSync(
    join(cwd, "measured.yaml"),
    `${SWEEP}measure: { gradients: true }\nstats: { target_accuracy: 0.6 }\n`,
  );
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const show = async (out: string) => {
  const { stdout } = await call("show", "1", "--run", "slopes", "--out", out, "--json");
  const { record } = JSON.parse(stdout);
  return record;
};

it("measure: { gradients: true } adds gradients per layer to a trial's record and page of text, and nothing else changes", async () => {
  for (const name of ["plain", "measured"])
    expect(await call("run", `${name}.yaml`, "--out", name, "--workers", "1", "--quiet")).toMatchObject({
      code: 0,
    });
  const [plain, measured] = [await show("plain"), await show("measured")];
  expect(measured.digest).toBe(plain.digest);
  const moments: GradientProbe[] = measured.curve.flatMap(
    (epoch: { gradients?: [] }) => epoch.gradients ?? [],
  );
  expect(moments.map(({ step }) => step)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
  expect(plain.curve.some((epoch: object) => "gradients" in epoch)).toBe(false);

  const { stdout } = await call("show", "1", "--run", "slopes", "--out", "measured");
  const last = stdout.trimEnd().split("\n").at(-1);
  const { layers = [] } = moments.at(-1) ?? {};
  expect(last).toMatch(/^\s*16 /);
  expect(last).toContain(layers.map((layer) => layer.gradient_norm.toPrecision(3)).join(" "));
  expect(last).toContain(layers.map((layer) => layer.update_ratio?.toPrecision(2)).join(" "));
  expect(last).toContain(`alpha ${layers[0]?.params?.alpha?.mean.toPrecision(3)}`);
  expect((await call("show", "1", "--run", "slopes", "--out", "plain")).stdout).not.toContain("gradient");
  // What the trial cost, and when it was as accurate as the study wants.
  expect(stdout).toMatch(/training .* \(data .*, forward .*, backward .*, update .*\), evaluation/);
  const first = measured.curve.find(
    (epoch: { validation: { accuracy: number } }) => epoch.validation.accuracy >= 0.6,
  );
  expect(stdout).toContain(`accuracy 0.6 reached after epoch ${first.epoch}: ${first.step} updates, `);
});
