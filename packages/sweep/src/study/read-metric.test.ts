import { ASKED_SCORES, isScoreMetric, METRICS, type MetricEntry } from "@actbench/core/internal";
import { expect, test } from "vitest";
import { load, problemsOf } from "../../test/load.js";

const STUDY = "parameters: { activation: [relu] }\n";

/** A study of a task that has a metric, which asks for all scores of the task. */
function studyWith(metric: MetricEntry): string {
  const isOfNumbers = isScoreMetric(metric) && metric.score.tasks?.includes("regression") === true;
  const task = isOfNumbers ? "regression" : "classification";
  const scores = ASKED_SCORES.flatMap(({ name, tasks }) => (tasks?.includes(task) ? [name] : []));
  const data = isOfNumbers ? "dataset: auto_mpg\n" : "";
  return `${STUDY}${data}measure: { scores: [${scores.join(", ")}], turnover: true }\n`;
}

test.each(METRICS)("$name is a metric, and its goal is to $goal it", (metric) => {
  const { name, goal } = metric;
  const study = studyWith(metric);
  expect(load(`${study}metric: ${name}`).metric).toEqual({ name, goal });
  expect(load(`${study}metric: { name: ${name}, goal: ${goal} }`).metric).toEqual({ name, goal });
});

test("a goal turned round is refused with its place, and taken with force", () => {
  const turned = (more: string) => `${STUDY}metric: { name: val_loss, goal: maximize${more} }`;
  expect(problemsOf(turned(""))).toEqual([
    expect.stringMatching(
      /^s\.yaml:2:\d+: metric\.goal: validation_loss is better when it is smaller: with this goal the worst configuration would come first/,
    ),
  ]);
  const { metric, config } = load(turned(", force: true"));
  expect(metric).toEqual({ name: "validation_loss", goal: "maximize" });
  // Repeating the study from its page writes it down again.
  expect(config).toContain("force: true");
});

test("step_ns warns where the isolated speed lane does not run", () => {
  expect(load(`${STUDY}metric: step_ns`).warnings.join()).toContain("isolated timing is off");
  expect(load(`${STUDY}metric: step_ns\nmeasure: { speed: true }`).warnings).toEqual([]);
});

test("a score that reads outputs is a metric and a claim where the study asks for it, and nowhere else", () => {
  const claims = "claims: [{ id: a, where: { activation: relu }, metric: test_macro_f1, expect: '> 0.5' }]\n";
  const found = problemsOf(`${STUDY}metric: validation_macro_f1\n${claims}`);
  expect(found).toEqual([
    "s.yaml:2:9: metric: validation_macro_f1 is measured only if a study requests it (add measure: { scores: [macro_f1] })",
    "s.yaml:3:56: claims[0].metric: test_macro_f1 is measured only if a study requests it (add measure: { scores: [macro_f1] })",
  ]);
  const asked = load(`${STUDY}metric: validation_macro_f1\n${claims}measure: { scores: [macro_f1] }`);
  expect(asked.points[0]?.spec.measure.scores).toEqual(["macro_f1"]);
});

test("what happened to units is a metric where the study asks for it and probes units between its ends", () => {
  expect(problemsOf(`${STUDY}metric: died_rate`)).toEqual([
    "s.yaml:2:9: metric: died_rate is measured only if a study requests it (add measure: { turnover: true })",
  ]);
  const asked = load(`${STUDY}metric: died_rate\nmeasure: { turnover: true }`);
  expect(asked.points[0]?.spec.measure.turnover).toBe(true);
  expect(problemsOf(`${STUDY}measure: { turnover: true, dead_units: { every: end } }`)).toEqual([
    "s.yaml:2:22: measure.turnover: turnover compares units at the ends of epochs, but every: end does not evaluate them (take every: end out)",
  ]);
  expect(problemsOf(`${STUDY}measure: { turnover: true, dead_units: false }`)[0]).toContain(
    "take dead_units: false out",
  );
  expect(load(`${STUDY}measure: { turnover: false }`).plan).toEqual(load(STUDY).plan);
});

test("a study that asks for no score has the specs that it always had", () => {
  const bare = load(STUDY);
  expect(bare.points[0]?.spec.measure).not.toHaveProperty("scores");
  expect(load(`${STUDY}measure: { scores: [] }`).plan).toEqual(bare.plan);
});

test("a score that no point has is refused, and one that a point lacks does not rank", () => {
  const auto = "train: { target: input }\n";
  expect(problemsOf(`${STUDY}${auto}measure: { scores: [macro_f1] }`)).toEqual([
    "s.yaml:3:20: measure.scores: no configuration has macro_f1: its outputs are no classes (take macro_f1 out)",
  ]);
  expect(problemsOf(`${STUDY}${auto}metric: validation_accuracy`)).toEqual([
    "s.yaml:3:9: metric: an autoencoder (train.target: input) has no validation_accuracy (take metric: validation_loss)",
  ]);
  expect(problemsOf(`${STUDY}measure: { scores: [f1] }`)[0]).toContain("macro_f1");
});
