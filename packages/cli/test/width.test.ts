import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
    expect(rowsOf(text)).toHaveLength(11);
    expect(text).toContain("\n… 6 more on the page\n");
    expect(text.includes("dead rate")).toBe(columns === 120);
  });
});
