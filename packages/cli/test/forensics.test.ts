import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runHere } from "./run-here.js";

// A learning rate at which relu loses units of a small network within four epochs.
const SWEEP = `name: mortal
dataset: { name: two_moons, train: 256, validation: 64 }
model: { hidden: [8, 8], activation: relu }
train: { epochs: 4, batch_size: 16, lr: 3 }
seeds: 1
measure: { forensics: true }
`;

let cwd = "";
const call = (...args: string[]) => runHere(args, cwd);

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "actbench forensics "));
  writeFileSync(join(cwd, "mortal.yaml"), SWEEP);
  await call("run", "mortal.yaml", "--workers", "1", "--quiet");
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe("actbench show --unit", () => {
  it("names the update with which a unit died, as the record has it alive before and dead after", async () => {
    const { record } = JSON.parse((await call("show", "1", "--run", "mortal", "--json")).stdout);
    const at = record.curve.map(({ step, units }: { step: number; units: { states: string }[] }) => ({
      step,
      dead: [...(units[1]?.states ?? "")].map((digit) => Number.parseInt(digit, 16) % 2 === 1),
    }));
    const unit = at.at(-1).dead.findIndex((dead: boolean, i: number) => dead && !at[0].dead[i]) + 1;
    expect(unit).toBeGreaterThan(0);
    const place = `2:${unit}`;
    const { code, stdout } = await call("show", "1", "--run", "mortal", "--unit", place, "--json");
    const history = JSON.parse(stdout);
    expect([code, history.layer, history.unit, history.probe_n]).toEqual([0, 2, unit, 256]);
    expect(history.moments.map(({ states }: { states: string[] }) => states.includes("dead"))).toEqual(
      at.map(({ dead }: { dead: boolean[] }) => dead[unit - 1]),
    );
    const [turn] = history.turns;
    expect(turn.kind).toBe("death");
    const text = (await call("show", "1", "--run", "mortal", "--unit", place)).stdout;
    expect(text).toContain(`unit ${place} of trial 1 of mortal-`);
    expect(text).toContain(
      `died at step ${turn.step} (epoch ${turn.epoch}, batch ${turn.batch}, learning rate 3)`,
    );
    expect(text).toMatch(/before.*alive\n.*after.*dead/);
    // Each unit's numbers were kept, since the sweep asked for them.
    expect(record.curve[0].unit_details[1].z_mean).toHaveLength(8);
  });

  it("refuses a unit that there is not, and a text that names none", async () => {
    const { code, stderr } = await call("show", "1", "--run", "mortal", "--unit", "3:1");
    expect(code).toBe(2);
    expect(stderr).toContain("there is no unit 3:1: the hidden layers have 8, 8 units, counted from 1:1");
    const text = await call("show", "1", "--run", "mortal", "--unit", "17");
    expect([text.code, text.stderr.includes("such as 2:17")]).toEqual([2, true]);
  });
});
