import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { actbench } from "../packages/cli/src/actbench.js";
import { fakeStream } from "../packages/cli/test/fake-stream.js";
import { runHere } from "../packages/cli/test/run-here.js";
import { temporaryFolder } from "./actbench.js";
import { runLine } from "./pages/run-line.js";
import { BASELINE_LINES, speed as docs } from "./pages/speed.js";
import { parseCsv } from "./parse-csv.js";
import { onlyRun, writeSweep } from "./tiny-study.js";

const SWEEP = `version: 1
name: quick
dataset: { name: two_moons, train: 128, validation: 32 }
model: { hidden: [8] }
train: { epochs: 1, batch_size: 16 }
parameters: { activation: [relu, tanh], train.lr: [0.1, 0.2] }
seeds: 1
baseline: { activation: relu }
measure: { speed: true }
`;

describe("the isolated timing", () => {
  it("follows the trials where measure.speed asks for it, once, and is in results.csv and on the page", async () => {
    const cwd = temporaryFolder();
    const config = writeSweep(cwd, SWEEP);
    const first = await runHere(["run", config], cwd);
    expect(first.code).toBe(0);
    expect(first.stderr).toContain("isolated timing: 2 networks, one after another");
    const run = onlyRun(cwd);
    const speed = readFileSync(join(run, "speed.jsonl"), "utf8");
    const [head, group] = speed
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(head).toMatchObject({ format: 1, machine: { node: process.versions.node } });
    expect(group).toMatchObject({ network: "two_moons · 8 · batch 16 · sgd", baseline: "relu" });
    expect(group.subjects.map(({ activation, twin }: Record<string, unknown>) => [activation, twin])).toEqual(
      [
        ["relu", false],
        ["tanh", false],
        ["relu", true],
      ],
    );

    // One network for both rates, so one time for both.
    const times = parseCsv(readFileSync(join(run, "results.csv"), "utf8")).map(({ step_ns }) =>
      Number(step_ns),
    );
    expect(times).toHaveLength(4);
    for (const time of times) expect(time).toBeGreaterThan(100);
    expect([times[0], times[2]]).toEqual([times[1], times[3]]);

    const page = readFileSync(join(run, "report.html"), "utf8");
    expect(page).toContain("two_moons · 8 · batch 16 · sgd");
    expect(page).toMatch(/noise floor [\d.]+ %, 16 rounds/);
    expect((await runHere(["report", "--verify", join(run, "report.html")], cwd)).code).toBe(0);

    const again = await runHere(["run", config], cwd);
    expect([again.code, again.stderr]).toEqual([0, expect.not.stringContaining("isolated timing")]);
    expect(readFileSync(join(run, "speed.jsonl"), "utf8")).toBe(speed);

    writeFileSync(join(run, "speed.jsonl"), speed.slice(0, -40));
    const damaged = await runHere(["status", run], cwd);
    expect([damaged.code, damaged.stderr]).toEqual([
      4,
      expect.stringContaining("speed.jsonl:2: line 2 is not an isolated timing: it is truncated"),
    ]);
  });

  it("alone, keeps a baseline and compares with it, as docs/speed.md says; of another class of machine it says so", async () => {
    const cwd = temporaryFolder();
    const [save = "", compare = ""] = BASELINE_LINES;
    const kept = await runLine(save, docs, cwd);
    expect(kept.code, kept.said).toBe(0);
    expect(kept.said).toMatch(/relu +[\d.]+ .s +[\d.]+ ns +[\d.]+ ns .* baseline/);
    expect(kept.said).toMatch(/gelu .* (faster|slower|undecided)/);
    const file = join(cwd, "results", "speed-baselines", "before.jsonl");
    expect(existsSync(file)).toBe(true);
    const same = await runLine(compare, docs, cwd);
    expect(same.code, same.said).toBe(0);
    expect(same.said).not.toContain("the machines differ");

    writeFileSync(file, readFileSync(file, "utf8").replace(/"cpu":"[^"]*"/, '"cpu":"another"'));
    const other = await runHere(
      ["bench", "relu", "dataset=two_moons", "--rounds", "6", "--baseline", "before"],
      cwd,
    );
    expect(other.stdout).toContain("the machines differ in cpu");
    expect((await runHere(["bench", "--baseline", "never"], cwd)).stderr).toContain(
      'there is no baseline "never"; saved are before',
    );
  });

  it("interrupted, keeps and prints the rounds that are whole, and says that nothing continues", async () => {
    const cwd = temporaryFolder();
    const words = ["dataset=two_moons", "model.hidden=[8]", "--save-baseline", "before"];
    const interruptedAt = async (what: string, ...more: string[]) => {
      let sent = false;
      const stdout = fakeStream({ isTTY: false });
      const stderr = fakeStream({
        isTTY: true,
        onWrite: (text) => {
          if (sent || !text.includes(what)) return;
          sent = true;
          process.emit("SIGINT", "SIGINT");
        },
      });
      const code = await actbench(["bench", "relu", "tanh", ...words, ...more], {
        env: {},
        cwd: () => cwd,
        stdout,
        stderr,
      });
      return { code, printed: stdout.text(), noted: stderr.text() };
    };
    const file = join(cwd, "results", "speed-baselines", "before.jsonl");

    const early = await interruptedAt("relu: warm", "--json");
    expect([early.code, JSON.parse(early.printed)]).toEqual([
      130,
      expect.objectContaining({ interrupted: true, groups: [] }),
    ]);
    expect(early.noted).toContain("interrupted before a round was complete: nothing was measured");
    expect(existsSync(file)).toBe(false);

    const late = await interruptedAt("round 7 of 16: tanh");
    expect(late.code).toBe(130);
    expect(late.printed).toMatch(/^tanh +[\d.]+ .s .* (faster|slower|undecided)$/m);
    expect(late.printed).toContain("6 rounds");
    expect(late.noted).toContain(
      "SIGINT: stopping, with the rounds that are complete (the same command starts again from the beginning)",
    );
    expect(late.noted).toContain("interrupted after 6 of 16 rounds; fewer rounds have wider intervals");
    expect(late.noted).toContain("kept as before: ");
    const [, group = ""] = readFileSync(file, "utf8").split("\n");
    const { subjects } = JSON.parse(group) as { readonly subjects: readonly { readonly step: unknown[] }[] };
    expect(subjects.map(({ step }) => step.length)).toEqual([6, 6, 6]);
  });

  it("refuses a baseline's name that is no file's before it measures", async () => {
    const { code, stderr } = await runHere(["bench", "relu", "--save-baseline", "a/b"], temporaryFolder());
    expect([code, stderr]).toEqual([2, expect.stringContaining('"a/b" is not a valid name for a baseline')]);
  });
});
