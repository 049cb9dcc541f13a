import type { Look } from "@actbench/core";
import { describe, expect, it } from "vitest";
import { levelOf } from "./level.js";

const look = (n: number): Look => ({ at: "2026-01-01T00:00:00Z", command: "report", n });

describe("levelOf", () => {
  it("is α at the first look and α / 2ᵏ at look k after seeds were added", () => {
    expect(levelOf(0.95, 5, [look(5)])).toMatchObject({ look: 1, confidence: 0.95, shown: true });
    expect(levelOf(0.95, 10, [look(5), look(10)]).alpha).toBeCloseTo(0.05 / 4, 14);
    expect(levelOf(0.95, 20, [look(5), look(10), look(20)]).alpha).toBeCloseTo(0.05 / 8, 14);
  });

  it("does not count a second look at the same seeds, nor a look that came later", () => {
    expect(levelOf(0.95, 5, [look(5), look(5), look(5)]).look).toBe(1);
    expect(levelOf(0.95, 5, [look(5), look(10)]).look).toBe(1);
    expect(levelOf(0.95, 10, [look(5), look(10), look(5), look(10)]).look).toBe(2);
  });

  it("shows no verdict on seeds that were not looked at, and takes an unknown history for none", () => {
    expect(levelOf(0.95, 7, [look(5)])).toMatchObject({ look: 2, shown: false });
    expect(levelOf(0.95, 7, [])).toMatchObject({ look: 1, shown: false });
    expect(levelOf(0.95, 7, undefined)).toMatchObject({ look: 1, shown: true });
  });
});
