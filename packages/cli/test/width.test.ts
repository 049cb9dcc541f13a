import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actbench } from "../src/actbench.js";
import { fakeStream } from "./fake-stream.js";
import { runHere } from "./run-here.js";

const SWEEP = `name: wide
dataset: { name: two_moons, train: 200, validation: 64 }
model: { hidden: [8] }
train: { epochs: 1, batch_size: 32 }
parameters:
  activation: [relu, { name: leaky_relu, alpha: 0.015625 }, gelu, tanh]
  init: [xavier_uniform, lecun_normal]
  lr: [0.1, 1.5]
seeds: 2
`;

let cwd = "";
const outputs = new Map<string, string>();
const COMMANDS: readonly (readonly string[])[] = [
  ["run", "wide.yaml", "--workers", "1", "--quiet"],
  ["show", "3", "--run", "wide"],
  ["status"],
  ["compare", "wide", "wide"],
  ["activations", "list"],
  ["datasets", "list"],
];

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "actbench "));
  writeFileSync(join(cwd, "wide.yaml"), SWEEP);
  for (const columns of [80, 120])
    for (const command of COMMANDS)
      outputs.set(`${columns} ${command[0]} ${command[1]}`, (await runHere(command, cwd, columns)).stdout);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** Lines of tables: those whose columns are two blanks apart. */
const rowsOf = (text: string): readonly string[] => text.split("\n").filter((line) => /\S {2,}\S/.test(line));

describe.each([80, 120])("on a terminal of %d columns", (columns) => {
  it.each(COMMANDS.map((words) => `${words[0]} ${words[1]}`))(
    "actbench %s keeps its tables inside",
    (name) => {
      const rows = rowsOf(outputs.get(`${columns} ${name}`) ?? "");
      expect(rows.length).toBeGreaterThan(1);
      expect(rows.filter((line) => [...line].length > columns)).toEqual([]);
    },
  );

  it("actbench run shows the best ten, and says how many more there are", () => {
    const text = outputs.get(`${columns} run wide.yaml`) ?? "";
    const ranked = rowsOf(text).filter((line) => /^ *\d+ {2}/.test(line));
    expect(ranked).toHaveLength(10);
    expect(text).toContain("\n… 6 more on the page\n");
    expect(/ dead(?: rate)?(?: |$)/m.test(text)).toBe(columns === 120);
    // Names that are cut are still those of different configurations.
    const labels = ranked.map((line) => line.split(/ {2,}/).find((cell) => cell.includes("·")));
    expect(new Set(labels).size).toBe(10);
  });
});

it("the command to copy is the one that was typed, in a clone by its own launcher", async () => {
  const stopped = async (env: Record<string, string>): Promise<string> => {
    const stdout = fakeStream({ isTTY: false });
    const stderr = fakeStream({ isTTY: false });
    const words = ["run", "wide.yaml", "model.hidden=[4]", "--quiet", "--budget", "1ms"];
    expect(await actbench(words, { env, cwd: () => cwd, stdout, stderr })).toBe(0);
    return stdout.text();
  };
  const line = "run wide.yaml 'model.hidden=[4]' --quiet --budget 1ms\n";
  expect(await stopped({})).toContain(`\n  actbench ${line}`);
  expect(await stopped({ ACTBENCH_LAUNCHER: "../clone/actbench" })).toContain(
    `\n  ../clone/actbench ${line}`,
  );
});
