import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENGINE, type SpeedLane } from "@actbench/core/internal";
import { expect, it, onTestFinished } from "vitest";
import { machineCard } from "../machine/machine-card.js";
import { readSpeedBaseline } from "./baselines.js";
import { interruptedText, keepBaseline } from "./interrupted-pass.js";

/** A pass of as many rounds as each group has. */
function passOf(...rounds: number[]): SpeedLane {
  const groups = rounds.map((count) => ({
    network: "n",
    baseline: "relu",
    others: Array.from({ length: count }, () => 0),
    subjects: [],
  }));
  const created = "2026-11-21T00:00:00.000Z";
  return { format: 1, created, version: "0", engine: ENGINE, machine: machineCard(true), groups };
}

it.each([
  [[], "interrupted before a round was complete: nothing was measured"],
  [[3], "interrupted after 3 of 16 rounds; with fewer than 6, every verdict is inconclusive"],
  [[8], "interrupted after 8 of 16 rounds; fewer rounds have wider intervals"],
  [[16, 9], "interrupted after 9 of 16 rounds; 1 network not measured; fewer rounds have wider intervals"],
])("what an interrupted pass of %j rounds holds is said", (rounds, text) => {
  const networks = rounds.length === 2 ? 3 : 1;
  expect(interruptedText(passOf(...rounds), { rounds: 16, networks })).toBe(text);
});

it("keeps an interrupted pass that decides something and takes no other's place", () => {
  const cwd = mkdtempSync(join(tmpdir(), "actbench baselines "));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const out = join(cwd, "results");
  const keep = (rounds: number, isWhole: boolean): string =>
    keepBaseline({ out, name: "before", lane: passOf(rounds), isWhole, cwd });
  const kept = (): number | undefined => readSpeedBaseline(out, "before").groups[0]?.others.length;
  expect(keep(5, false)).toBe("not saved as before: fewer than 6 rounds");
  expect(keep(8, false)).toMatch(/^kept as before: /);
  expect(kept()).toBe(8);
  expect(keep(9, false)).toBe("not saved: a baseline before exists already and is kept");
  expect(kept()).toBe(8);
  expect(keep(16, true)).toMatch(/^kept as before: /);
  expect(kept()).toBe(16);
});
