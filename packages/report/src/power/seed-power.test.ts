import { describe, expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { effectsOf } from "../effects/effects.js";
import { powerLines } from "../format/format-power.js";
import { pairedPower } from "../stats/paired-power.js";
import { viewRun } from "../view/run-view.js";
import { seedPower } from "./seed-power.js";

const run = syntheticRun({ faults: "none", seeds: 5 });
const { study } = run;
const claims = [
  {
    id: "c",
    compare: { activation: ["gelu", "elu"] as const },
    metric: "validation_loss",
    at: "equal" as const,
    expect: "better",
  },
];

describe("seedPower", () => {
  it("promises for the family that the verdicts are corrected for", () => {
    const { families } = seedPower(study);
    const judged = effectsOf(viewRun(run)).flatMap(({ headline, overall, best }) =>
      (headline === "best" ? best : overall)?.effects.map(({ paired }) => paired.family),
    );
    expect(judged.length).toBeGreaterThan(5);
    expect(new Set(judged)).toEqual(new Set([families[0]?.comparisons]));
    const finds = families[0]?.finds_sd ?? 0;
    expect(pairedPower(finds, 5, 0.05 / judged.length)).toBeCloseTo(0.8, 4);
  });

  it("takes the spread of an earlier run, whoever is ahead there, and says what more seeds would find", () => {
    const power = seedPower({ ...study, seeds: [0, 1, 2] }, run);
    const [measured] = power.families[0]?.measured ?? [];
    expect(measured).toMatchObject({ metric: "test_accuracy", comparisons: 6, n: 5, margin: 0.005 });
    const { sd = 0, finds, needed = 0 } = measured ?? {};
    expect(finds).toBeCloseTo((power.families[0]?.finds_sd ?? 0) * sd, 12);
    expect(pairedPower(0.005 / sd, needed, 0.05 / 6)).toBeGreaterThanOrEqual(0.79);
    const [claim] = claims;
    const measuredBy = (expected: string) =>
      seedPower({ ...study, claims: claim ? [{ ...claim, expect: expected }] : [] }, run).families.at(-1)
        ?.measured;
    expect(measuredBy("better")).toHaveLength(1);
    expect(measuredBy("worse")).toEqual(measuredBy("better"));
  });

  it("promises for finalists what their fresh seeds find, on each dataset", () => {
    const confirm = { seeds: [10, 11, 12, 13, 14, 15, 16, 17], points: [] };
    const axes = [...study.axes, { name: "dataset.name", values: ["mnist", "fashion-mnist"] }];
    const best = claims.map((claim) => ({ ...claim, at: "best" as const }));
    const { families } = seedPower({ ...study, axes, confirm, claims: best });
    const values = study.axes.find(({ name }) => name === "activation")?.values.length ?? 0;
    expect(families.map(({ of, comparisons, seeds }) => [of, comparisons, seeds])).toEqual([
      ["finalists", 2 * (values - 1), 8],
      ["claims", 1, 8],
    ]);
    expect(pairedPower(families[0]?.finds_sd ?? 0, 8, 0.05 / (2 * (values - 1)))).toBeCloseTo(0.8, 4);
    expect(powerLines(seedPower({ ...study, axes, confirm }))[0]).toContain(
      "comparisons of finalists with the baseline's on fresh seeds (α 0.05, Holm-corrected): 8 seeds have 80 %",
    );
  });

  it("counts looks at the study's own verdicts, not at a pilot's", () => {
    const looked = {
      ...run,
      history: { looks: [{ at: "", command: "check", n: 5 }], claims: [], revisions: [] },
    };
    const more = { ...study, seeds: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] };
    expect(seedPower(more, looked)).toMatchObject({ look: 2, alpha: expect.closeTo(0.0125, 12) });
    expect(seedPower({ ...more, hash: "another" }, looked)).toMatchObject({ look: 1 });
  });

  it("holds claims as a family of their own, each metric in its unit", () => {
    const { families } = seedPower({ ...study, claims }, run);
    expect(families.map(({ of, comparisons }) => [of, comparisons])).toEqual([
      ["baseline", 6],
      ["claims", 1],
    ]);
    expect(families[1]?.measured).toMatchObject([{ metric: "validation_loss", comparisons: 1 }]);
  });

  it("says so where one seed, or nothing, is compared", () => {
    const { baseline: _, ...named } = study;
    const bare = { ...named, claims: [] };
    expect(powerLines(seedPower({ ...bare, seeds: [0] }))).toEqual([
      "any single comparison; no baseline and no claim declares one: one seed gives no interval and no verdict",
    ]);
    expect(powerLines(seedPower(bare))).toEqual([
      "any single comparison; no baseline and no claim declares one (α 0.05): 5 seeds have 80 % power for effects ≥ 1.68 SD of the paired differences",
    ]);
  });
});
