import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MachineCard } from "@actbench/core/internal";
import { expect, it, onTestFinished } from "vitest";
import { MachineList, readMachineCards } from "./machine-list.js";

const card: MachineCard = {
  cpu: "x",
  cores: 1,
  memory_bytes: 1,
  os: "",
  arch: "",
  node: "",
  v8: "",
  fma: true,
};
const [a, b] = ["a", "b"].map((id) => ({ id, card: { ...card, cpu: id } })) as [never, never];

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "actbench-machines-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

it("numbers machines as they come, and goes on from the file", () => {
  const run = folder();
  expect(readMachineCards(run)).toEqual({ cards: [], problems: [] });
  const list = new MachineList(run);
  expect(list.numbers({ machine: b })).toEqual({ ran_on: 1 });
  expect(list.numbers({ machine: a, rechecked: b })).toEqual({ ran_on: 2, rechecked_on: 1 });
  expect(readMachineCards(run).cards.map(({ cpu }) => cpu)).toEqual(["b", "a"]);
  expect(new MachineList(run).numbers({ machine: a })).toEqual({ ran_on: 2 });
});

it.each(["", "{}", '{"format":1,"machines":[{"id":1}]}', '{"format":2,"machines":[]}'])(
  "a file that names none (%j) is a problem and no more",
  (text) => {
    const run = folder();
    writeFileSync(join(run, "machines.json"), text);
    expect(readMachineCards(run)).toMatchObject({ cards: [], problems: [{ file: "machines.json" }] });
    expect(new MachineList(run).numbers({ machine: a })).toEqual({ ran_on: 1 });
    expect(readFileSync(join(run, "machines.json"), "utf8")).toContain('"cpu": "a"');
  },
);
