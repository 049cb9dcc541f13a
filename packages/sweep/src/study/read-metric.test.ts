import { METRIC_GOALS } from "@actbench/core";
import { expect, test } from "vitest";
import { load, problemsOf } from "../../test/load.js";

const STUDY = "parameters: { activation: [relu] }\n";

test.each(Object.entries(METRIC_GOALS))("%s is a metric, and its goal is to %s it", (name, goal) => {
  expect(load(`${STUDY}metric: ${name}`).metric).toEqual({ name, goal });
  expect(load(`${STUDY}metric: { name: ${name}, goal: ${goal} }`).metric).toEqual({ name, goal });
});

test("a goal turned round is refused with its place, and taken with force", () => {
  const turned = (more: string) => `${STUDY}metric: { name: val_loss, goal: maximize${more} }`;
  expect(problemsOf(turned(""))).toEqual([
    expect.stringMatching(
      /^s\.yaml:2:\d+: metric\.goal: validation_loss is better where it is smaller: with this goal the worst point would come first/,
    ),
  ]);
  const { metric, config } = load(turned(", force: true"));
  expect(metric).toEqual({ name: "validation_loss", goal: "maximize" });
  // Who repeats the study from its page writes it down once more.
  expect(config).toContain("force: true");
});

test("step_ns warns where the isolated speed lane does not run", () => {
  expect(load(`${STUDY}metric: step_ns`).warnings.join()).toContain(
    "the isolated speed lane that measures it",
  );
  expect(load(`${STUDY}metric: step_ns\nmeasure: { speed: true }`).warnings).toEqual([]);
});
