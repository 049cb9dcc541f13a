import { describe, expect, it } from "vitest";
import { shown, why } from "../../test/shown.js";
import { syntheticRun } from "../../test/synthetic-study.js";
import { trialValue } from "../metrics/trial-value.js";
import { mean } from "../stats/mean.js";
import { viewRun } from "../view/run-view.js";
import { tuningCurves } from "./tuning-curve.js";

const small = viewRun(syntheticRun({ faults: "none" }));
const faulty = viewRun(syntheticRun());

describe("tuningCurves", () => {
  it("begins at an activation's mean over its points and ends at the best that validation finds", () => {
    const { curves, metric } = shown(tuningCurves(small));
    expect(metric).toBe("test_accuracy");
    const gelu = curves.find(({ label }) => label === "gelu");
    const points = small.points.filter(({ activation }) => activation === "gelu");
    const values = points.flatMap(({ trials }) =>
      trials.map(({ record }) => trialValue(record, "test_accuracy")),
    );
    expect(gelu?.best).toHaveLength(4);
    expect(gelu?.best[0]?.mean).toBeCloseTo(mean(values.filter((value) => value !== undefined)) ?? 0, 12);
    expect(gelu?.best[0]?.n).toBe(3);
    const ends = small.study.seeds.map((_, i) => {
      const chosen = points.reduce((best, point) => {
        const by = (one: typeof point): number =>
          trialValue(one.trials[i]?.record, "validation_accuracy") ?? 0;
        return by(point) > by(best) ? point : best;
      });
      return trialValue(chosen.trials[i]?.record, "test_accuracy") ?? Number.NaN;
    });
    expect(gelu?.best[3]?.mean).toBeCloseTo(mean(ends) ?? 0, 12);
  });

  it("says why it is absent, and what it leaves out", () => {
    expect(why(tuningCurves(viewRun(syntheticRun({ validation: 0 }))))).toContain("nothing can be tuned");
    const one = viewRun(syntheticRun({ faults: "none", lrs: [0.1], inits: ["he_normal"] }));
    expect(why(tuningCurves(one))).toContain("several settings for some activation");
    expect(shown(tuningCurves(faulty)).curves.some(({ leftOut }) => leftOut > 0)).toBe(true);
  });
});
