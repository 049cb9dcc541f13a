import type { StudyRecord } from "@actbench/core/internal";
import { expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { rankPoints } from "./rank-points.js";

const { study, records } = syntheticRun({ faults: "none" });

it("ranks by the mean over seeds, points with a diverged seed after all others, points without a value last", () => {
  const ranked = rankPoints(study, records);
  const whole = ranked
    .filter(({ diverged }) => diverged === 0)
    .map((r) => r.estimates.validation_accuracy?.mean ?? 0);
  expect(whole).toEqual([...whole].sort((a, b) => b - a));
  expect(ranked.at(-2)).toMatchObject({ completed: 1, diverged: 2, rank: 27 });
  expect(ranked.at(-1)?.rank).toBeUndefined();
  expect(ranked.at(-1)?.estimates).toEqual({});
});

it("ranks downwards where less is better", () => {
  const down: StudyRecord = { ...study, metric: { name: "test_loss", goal: "minimize" } };
  const [first, second] = rankPoints(down, records);
  expect(first?.metric).toBe("test_loss");
  expect(first?.estimates.test_loss?.mean).toBeLessThan(second?.estimates.test_loss?.mean ?? 0);
});

it("has estimates with n and no interval for one seed", () => {
  const one = syntheticRun({ seeds: 1, faults: "none" });
  expect(rankPoints(one.study, one.records)[0]?.estimates.test_accuracy).toEqual({
    n: 1,
    mean: expect.any(Number),
  });
});
