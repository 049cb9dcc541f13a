import type { Json, StudyRecord } from "@actbench/core/internal";
import { expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { heatAxes } from "./heat-axes.js";

/** A study of networks of these layers. */
function study(shapes: readonly (readonly number[])[]): StudyRecord {
  const { study: made } = syntheticRun({ lrs: [0.1] });
  const [point] = made.points;
  if (point === undefined) throw new Error("no point");
  const points = shapes.map((hidden, i) => ({
    ...point,
    point: i,
    settings: { "model.hidden": [...hidden] as Json },
    spec: { ...point.spec, model: { ...point.spec.model, hidden } },
  }));
  return { ...made, points, axes: [{ name: "model.hidden", values: shapes.map((hidden) => [...hidden]) }] };
}

it("are depth and width, where every layer of a network has one width", () => {
  const made = study([[32, 32], [10], [10, 10], [32]]);
  const axes = heatAxes(made);
  expect(axes.map(({ name, values }) => [name, values])).toEqual([
    ["depth", [1, 2]],
    ["width", [10, 32]],
  ]);
  expect(made.points.map((point) => axes.map((axis) => axis.read(point)))).toEqual([
    [2, 32],
    [1, 10],
    [2, 10],
    [1, 32],
  ]);
});

it.each([
  {
    shapes: [
      [32, 16],
      [10, 10],
    ],
    why: "a network tapers",
  },
  { shapes: [[32], [32, 32]], why: "all are as wide" },
  { shapes: [[32], [10]], why: "all are as deep" },
  { shapes: [[], [10], [10, 10], [32]], why: "one has no hidden layer" },
])("are the study's own where $why", ({ shapes }) => {
  expect(heatAxes(study(shapes)).map(({ name }) => name)).toEqual(["model.hidden"]);
});
