import type { Look } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { levelOf } from "./level.js";

const look = (n: number): Look => ({ at: "2026-01-01T00:00:00Z", command: "report", n });

describe("levelOf", () => {
  it("is α at the first look and α / 2ᵏ at look k after seeds were added", () => {
    expect(levelOf({ confidence: 0.95 }, 5, [look(5)])).toMatchObject({
      look: 1,
      confidence: 0.95,
      shown: true,
    });
    expect(levelOf({ confidence: 0.95 }, 10, [look(5), look(10)]).alpha).toBeCloseTo(0.05 / 4, 14);
    expect(levelOf({ confidence: 0.95 }, 20, [look(5), look(10), look(20)]).alpha).toBeCloseTo(0.05 / 8, 14);
  });

  it("does not count a second look at the same seeds, nor a look that came later", () => {
    expect(levelOf({ confidence: 0.95 }, 5, [look(5), look(5), look(5)]).look).toBe(1);
    expect(levelOf({ confidence: 0.95 }, 5, [look(5), look(10)]).look).toBe(1);
    expect(levelOf({ confidence: 0.95 }, 10, [look(5), look(10), look(5), look(10)]).look).toBe(2);
  });

  it("gives each of K declared looks (1 − 2⁻ᴷ) / K of α, each further one half of what is left", () => {
    const at = (looks: number, ...counts: number[]) =>
      levelOf(
        { confidence: 0.95, looks },
        counts.at(-1) ?? 0,
        counts.map((n) => ({ ...look(n), declared: looks })),
      );
    expect(at(2, 5).alpha).toBeCloseTo((0.05 * 0.75) / 2, 14);
    expect(at(2, 5, 10)).toMatchObject({
      alpha: expect.closeTo((0.05 * 0.75) / 2, 14),
      look: 2,
      declared: 2,
    });
    expect(at(2, 5, 10, 20).alpha).toBeCloseTo(0.05 / 8, 14);
    expect(at(2, 5).confidence).toBeCloseTo(0.98125, 14);
    for (const looks of [2, 3, 7, 20]) {
      const counts = Array.from({ length: 30 }, (_, i) => i + 2);
      expect(at(looks, ...counts).spent).toBeLessThanOrEqual(0.05);
      expect(at(looks, ...counts).spent).toBeGreaterThan(0.0499);
    }
    expect(at(1, 5, 10).spent).toBeCloseTo(0.0625, 14);
  });

  it("counts what was declared at the first look, and knows when another number is declared later", () => {
    const late = levelOf({ confidence: 0.95, looks: 2 }, 10, [look(5), { ...look(10), declared: 2 }]);
    expect(late).toMatchObject({ alpha: expect.closeTo(0.0125, 14), declared: 1, late: true });
    const taken = levelOf({ confidence: 0.95 }, 10, [{ ...look(5), declared: 2 }, look(10)]);
    expect(taken).toMatchObject({ alpha: expect.closeTo(0.01875, 14), declared: 2, late: true });
    expect(levelOf({ confidence: 0.95, looks: 2 }, 5, [])).toMatchObject({ declared: 2, late: false });
  });

  it("shows no verdict on seeds that were not looked at, and takes an unknown history for none", () => {
    expect(levelOf({ confidence: 0.95 }, 7, [look(5)])).toMatchObject({ look: 2, shown: false });
    expect(levelOf({ confidence: 0.95 }, 7, [])).toMatchObject({ look: 1, shown: false });
    expect(levelOf({ confidence: 0.95 }, 7, undefined)).toMatchObject({ look: 1, shown: true });
  });
});
