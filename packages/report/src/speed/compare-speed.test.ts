import type { MachineCard, SpeedLane } from "@actbench/core/internal";
import { expect, it } from "vitest";
import { compareSpeed } from "./compare-speed.js";

const machine: MachineCard = {
  cpu: "c",
  cores: 2,
  memory_bytes: 1,
  os: "o",
  arch: "x64",
  node: "24",
  v8: "1",
  fma: true,
};
const rounds = (ns: number) =>
  Array.from({ length: 16 }, (_, i) => ({ p50_ns: ns * (1 + 0.002 * ((i * 7) % 5)), mad_ns: 1, n: 9 }));
const lane = (times: Readonly<Record<string, number>>, busy = 0, card = machine): SpeedLane => {
  const [baseline = "", first = 0] = Object.entries(times)[0] ?? [];
  const subjects = [...Object.entries(times), [baseline, first] as const].map(([activation, ns], i, all) => ({
    id: activation,
    activation,
    twin: i === all.length - 1,
    flat: true,
    step: rounds(ns),
  }));
  const group = { network: "n", baseline, others: [busy], subjects };
  return {
    format: 1,
    created: "2026-11-21T00:00:00.000Z",
    version: "0",
    engine: 1,
    machine: card,
    groups: [group],
  };
};
const verdicts = (before: SpeedLane, now: SpeedLane) => {
  const changes = compareSpeed(before, now, 0.95);
  return "differ" in changes
    ? changes.differ
    : changes.map(({ activation, verdict }) => `${activation} ${verdict}`);
};

it("tells what changed beyond the noise of both passes, and leaves out what only one holds", () => {
  const before = lane({ relu: 1000, elu: 1000, tanh: 1000, gelu: 1 });
  expect(verdicts(before, lane({ relu: 1004, elu: 1100, tanh: 900, silu: 1 }))).toEqual([
    "tanh faster",
    "relu undecided",
    "elu slower",
  ]);
});

it("decides nothing where either machine was busy", () => {
  for (const [a, b] of [
    [0, 1],
    [1, 0],
  ] as const)
    expect(verdicts(lane({ relu: 1000 }, a), lane({ relu: 2000 }, b))).toEqual(["relu undecided"]);
});

it("decides nothing of fewer than six rounds", () => {
  const few = (pass: SpeedLane): SpeedLane => ({
    ...pass,
    groups: pass.groups.map((group) => ({
      ...group,
      subjects: group.subjects.map((subject) => ({ ...subject, step: subject.step.slice(0, 5) })),
    })),
  });
  const [before, now] = [lane({ relu: 1000 }), lane({ relu: 2000 })];
  expect(verdicts(before, now)).toEqual(["relu slower"]);
  expect(verdicts(few(before), now)).toEqual(["relu undecided"]);
  expect(verdicts(before, few(now))).toEqual(["relu undecided"]);
});

it("compares within one class of machines only", () => {
  const other = { ...machine, cpu: "d", node: "20" };
  expect(verdicts(lane({ relu: 1 }), lane({ relu: 2 }, 0, other))).toEqual(["cpu", "node"]);
});
