import { describe, expect, it } from "vitest";
import { SCHEDULES } from "../contract/spec.js";
import { rateShare } from "./rate-share.js";

const shares = (schedule: (typeof SCHEDULES)[number], warmup: number, steps: number): number[] =>
  Array.from({ length: steps }, (_, step) => rateShare({ schedule, warmup }, step, steps));

describe("rateShare", () => {
  it("follows each schedule's closed form over all updates", () => {
    expect(shares("constant", 0, 4)).toEqual([1, 1, 1, 1]);
    expect(shares("linear", 0, 4)).toEqual([1, 0.75, 0.5, 0.25]);
    expect(shares("step", 0, 8).map((share) => Number(share.toFixed(12)))).toEqual([
      1, 1, 1, 1, 0.1, 0.1, 0.01, 0.01,
    ]);
    shares("cosine", 0, 7).forEach((share, step) => {
      expect(share).toBeCloseTo((1 + Math.cos((Math.PI * step) / 7)) / 2, 14);
    });
    shares("exponential", 0, 7).forEach((share, step) => {
      expect(share).toBeCloseTo(0.01 ** (step / 7), 14);
    });
  });

  it.each(SCHEDULES)("rises linearly over the warm-up, then starts %s from the full rate", (schedule) => {
    const [a, b, c, d, first, ...rest] = shares(schedule, 4, 12);
    expect([a, b, c, d, first]).toEqual([0.25, 0.5, 0.75, 1, 1]);
    expect([first, ...rest]).toEqual(shares(schedule, 0, 8));
  });

  it("takes a warm-up below 1 as a share of all updates, and one beyond the end as far as it comes", () => {
    expect(shares("linear", 0.25, 8)).toEqual(shares("linear", 2, 8));
    expect(shares("cosine", 10, 4)).toEqual([0.25, 0.5, 0.75, 1]);
    expect(shares("cosine", 0.01, 4)).toEqual(shares("cosine", 0, 4));
  });
});
