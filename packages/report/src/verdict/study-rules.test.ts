import { describe, expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { compareRuns } from "../compare/compare-runs.js";
import { headlineOf } from "../headline/headline.js";
import type { Run } from "../view/run.js";
import { viewRun } from "../view/run-view.js";
import { studyRules } from "./study-rules.js";

/** A run ranked by RMSE, 10 times the error of a made-up classifier, within 50 of which all are equal. */
function ofNumbers(): Run {
  const { study, records } = syntheticRun({ lrs: [0.1], faults: "none" });
  const scored = <S extends { readonly accuracy?: number }>({ accuracy = 0, ...score }: S) => ({
    ...score,
    rmse: 10 * (1 - accuracy),
    mae: 8 * (1 - accuracy),
    r2: accuracy,
  });
  return {
    study: {
      ...study,
      metric: { name: "validation_rmse", goal: "minimize" },
      stats: { ...study.stats, equivalent_within: 50 },
    },
    records: records.map((record) => ({
      ...record,
      curve: record.curve.map(({ train, validation, test, ...epoch }) => ({
        ...epoch,
        ...(train && { train: scored(train) }),
        ...(validation && { validation: scored(validation) }),
        ...(test && { test: scored(test) }),
      })),
    })),
  };
}

describe("the margin of a study that ranks by an error is in that error's unit", () => {
  it.each(["baseline", "leader"])("in the headline by %s", (kind) => {
    const { study, records } = ofNumbers();
    const { baseline: _, ...without } = study;
    const headline = headlineOf(viewRun({ study: kind === "baseline" ? study : without, records }));
    expect(headline).toMatchObject({ kind, metric: "test_rmse", margin: 50 });
    const margins = headline?.rows.map(({ paired }) => paired.tested?.equivalence?.margin);
    expect(new Set(margins)).toEqual(new Set([50]));
  });

  it("in a comparison of runs, where rates keep half a point", () => {
    const [comparison] = compareRuns(ofNumbers(), [ofNumbers()]);
    const margins = comparison?.overall.map(({ metric, paired }) => [
      metric,
      paired.tested?.equivalence?.margin,
    ]);
    expect(Object.fromEntries(margins ?? [])).toMatchObject({ validation_rmse: 50, dead_rate: 0.005 });
  });
});

it("what a study does not declare is corrected by the false discovery rate, unless nothing is", () => {
  const run = syntheticRun({ lrs: [0.1] });
  const rules = (correction: "holm" | "none") => {
    const study = { ...run.study, stats: { ...run.study.stats, correction } };
    const view = viewRun({ ...run, study });
    return [studyRules(view, "declared").correction, studyRules(view, "exploratory").correction];
  };
  expect(rules("holm")).toEqual(["holm", "bh"]);
  expect(rules("none")).toEqual(["none", "none"]);
});
