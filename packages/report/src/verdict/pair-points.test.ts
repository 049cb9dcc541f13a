import { lastEpoch } from "@actbench/core/internal";
import { expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { viewRun } from "../view/run-view.js";
import { pairPoints } from "./pair-points.js";

const run = syntheticRun({ faults: "none", seeds: 3 });

/** Training accuracy of two points of the run at each seed, read from the records. */
function accuracies(point: number): ReadonlyMap<number, number> {
  const records = new Map(run.records.map((record) => [record.id, record]));
  return new Map(
    run.study.plan
      .filter((trial) => trial.point === point)
      .map(({ id, seed }) => {
        const record = records.get(id);
        const accuracy = record?.status === "completed" ? lastEpoch(record)?.train?.accuracy : undefined;
        if (accuracy === undefined) throw new Error(`point ${point}, seed ${seed} has no accuracy`);
        return [seed, accuracy];
      }),
  );
}

function pair(study = run.study) {
  const view = viewRun({ ...run, study });
  const [a, b] = view.points;
  if (a === undefined || b === undefined) throw new Error("two points");
  return pairPoints(
    [
      [
        { view, point: a },
        { view, point: b },
      ],
    ],
    "train_accuracy",
  );
}

const [a, b] = [accuracies(0), accuracies(1)];
const difference = (seed: number): number => (b.get(seed) ?? NaN) - (a.get(seed) ?? NaN);

it("subtracts the first side from the second within each seed", () => {
  expect(new Set(b.values()).size).toBe(3);
  expect(pair()).toMatchObject({ differences: [0, 1, 2].map(difference), planned: 3, leftOut: 0 });
});

it("pairs seeds by their number, whatever their order in the plan", () => {
  const plan = run.study.plan.toReversed();
  expect(pair({ ...run.study, plan }).differences).toEqual([0, 1, 2].map(difference));
});

it.each([0, 1])("takes no pair of a seed that point %d has not planned, and leaves none out", (without) => {
  const plan = run.study.plan.filter(({ point, seed }) => point !== without || seed !== 1);
  expect(pair({ ...run.study, plan })).toMatchObject({
    differences: [0, 2].map(difference),
    seeds: 2,
    planned: 2,
    leftOut: 0,
  });
});
