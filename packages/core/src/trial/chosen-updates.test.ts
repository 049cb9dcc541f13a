import { expect, it } from "vitest";
import { nextChosenUpdate } from "./chosen-updates.js";

const chosen = (steps: number): readonly number[] => {
  const all: number[] = [];
  for (let at = nextChosenUpdate(0, steps); at < steps; at = nextChosenUpdate(at + 1, steps)) all.push(at);
  return all;
};

it("is every update of a short trial, and never one of a trial without updates", () => {
  expect(chosen(5)).toEqual([0, 1, 2, 3, 4]);
  expect(nextChosenUpdate(0, 0)).toBe(Number.POSITIVE_INFINITY);
});

it.each([64, 65, 100, 3905, 1_000_000])(
  "are few of %i updates, the first and the last among them",
  (steps) => {
    const all = chosen(steps);
    expect(all.length).toBeGreaterThan(32);
    expect(all.length).toBeLessThanOrEqual(65);
    expect(all[0]).toBe(0);
    expect(all.at(-1)).toBe(steps - 1);
  },
);
