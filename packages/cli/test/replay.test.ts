import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runHere } from "./run-here.js";

const SWEEP = `name: tiny
dataset: { name: two_moons, train: 512, validation: 128 }
model: { hidden: [32, 16] }
train: { epochs: 4, batch_size: 16 }
parameters: { activation: [relu, { name: leaky_relu, alpha: 0.1 }] }
seeds: 1
`;

let cwd = "";
const call = (...args: string[]) => runHere(args, cwd);

/**
 * Two runs that differ in the schedule alone: from the 65th of 128 updates on the second one's rate is lower.
 */
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "actbench replay "));
  writeFileSync(join(cwd, "tiny.yaml"), SWEEP);
  await call("run", "tiny.yaml", "--out", "a", "--workers", "1", "--quiet");
  await call("run", "tiny.yaml", "--out", "b", "train.schedule=step", "--workers", "1", "--limit", "1");
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe("actbench replay", () => {
  it("ends in the recorded digest, found by number or by id", async () => {
    const { code, stdout, stderr } = await call("replay", "2", "tiny", "--out", "a", "--json");
    const { trial, run, same, epochs, replayed } = JSON.parse(stdout);
    expect([code, same, epochs]).toEqual([0, true, 5]);
    expect(stderr).toMatch(/^trial 2 of tiny-[0-9a-f]{8}: leaky_relu\(alpha=0\.1\), seed 0$/m);
    const byId = await call("replay", trial.slice(0, 8), "--out", "a");
    expect(byId.code).toBe(0);
    expect(byId.stdout).toContain(`replayed  completed, digest ${replayed.digest}\nsame`);
    const shown = await call("show", "2", "--run", run, "--out", "a");
    expect(shown.stdout).toContain(`digest ${replayed.digest}`);
    expect(shown.stdout).toContain(`${replayed.digest.slice(0, 12)}\n`);
  });

  it("finds where two runs part: settings, first update, tensors; from a folder and from a page", async () => {
    const { run } = JSON.parse((await call("replay", "1", "tiny", "--out", "b", "--json")).stdout);
    for (const other of [join("b", run), join(cwd, "b", run, "report.html")]) {
      const { code, stdout } = await call("replay", "1", "tiny", "--out", "a", "--against", other);
      expect(code).toBe(1);
      expect(stdout).toContain("train.schedule constant, and step");
      expect(stdout).toMatch(/^first differ after update 65, in layer 1 weights:$/m);
    }
    const same = await call("replay", "1", "tiny", "--out", "b", "--against", join("b", run));
    expect([same.code, same.stdout]).toEqual([0, `same as recorded in ${run}, to the bit\n`]);
  });

  it("finds where two trials of one run part", async () => {
    const { code, stdout } = await call("replay", "1", "tiny", "--out", "a", "--against", "2", "--json");
    const { same, first } = JSON.parse(stdout);
    expect([code, same, first.step]).toEqual([1, false, 1]);
  });

  it("compares with a trace that another machine wrote", async () => {
    const file = join(cwd, "t.json");
    expect((await call("replay", "1", "tiny", "--out", "a", "--trace", "t.json")).stdout).toBe(
      "128 updates, 6 tensors each: t.json\n",
    );
    const against = () => call("replay", "1", "tiny", "--out", "a", "--against", "t.json");
    expect(await against()).toMatchObject({ code: 0, stdout: "same: every bit of every tensor\n" });
    const trace = JSON.parse(readFileSync(file, "utf8"));
    for (const row of trace.digests.slice(77)) row[3] = "another";
    writeFileSync(file, JSON.stringify(trace));
    expect(await against()).toMatchObject({
      code: 1,
      stdout: "first differ after update 77, in layer 2 biases:\n  layer 2 biases\n",
    });
    writeFileSync(file, JSON.stringify(trace).slice(0, -9));
    const damaged = await against();
    expect(damaged.code).toBe(2);
    expect(damaged.stderr).toContain('the trace "t.json" is damaged');
  });

  it.each([
    [["99", "tiny", "--out", "a"], 'there is no trial "99"'],
    [["2", "tiny", "--out", "b"], "has not been trained"],
    [["1", "tiny", "--out", "a", "--against", "nothing"], 'there is no trial "nothing"'],
    [["1", "tiny", "--out", "a", "--against", "2", "--trace", "t.json"], "exclude each other"],
    [[], "missing argument: <trial>"],
  ])("refuses %j with exit code 2 and a way out", async (args, hint) => {
    const { code, stdout, stderr } = await call("replay", ...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(hint);
  });
});
