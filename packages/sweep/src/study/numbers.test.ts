import { describe, expect, it, test } from "vitest";
import { load, problemsOf } from "../../test/load.js";

const CARS = "dataset: auto_mpg\n";
const ACTIVATION = "parameters: { activation: [relu, tanh] }\n";

test("data with numbers to predict is a regression by mse, ranked by the RMSE of validation", () => {
  const { points, metric, config } = load(`${CARS}${ACTIVATION}`);
  expect(points[0]?.spec.train).toMatchObject({ target: "numbers", loss: "mse" });
  expect(points[0]?.spec.train).not.toHaveProperty("huber_delta");
  expect(metric).toEqual({ name: "validation_rmse", goal: "minimize" });
  // Written out it would be the default of classes, and the study could not be repeated from its page.
  expect(config).not.toContain("target:");
});

test("huber has its delta, 1 where none is given, and other losses have none", () => {
  const deltaOf = (train: string) => load(`${CARS}${ACTIVATION}train: ${train}`).points[0]?.spec.train;
  expect(deltaOf("{ loss: huber }")?.huber_delta).toBe(1);
  expect(deltaOf("{ loss: huber, huber_delta: 0.5 }")?.huber_delta).toBe(0.5);
  expect(deltaOf("{ loss: mae, huber_delta: 0.5 }")).not.toHaveProperty("huber_delta");
  expect(load(`${CARS}${ACTIVATION}train: { huber_delta: 2 }`).warnings).toEqual([
    "train.huber_delta has no effect with the loss mse: it belongs to loss: huber",
  ]);
});

test("both kinds of data in one study have their own target and loss, and are ranked by loss", () => {
  const text = "parameters: { dataset: [two_moons, auto_mpg] }\n";
  const { points, metric } = load(text);
  expect(points.map(({ spec }) => [spec.train.target, spec.train.loss])).toEqual([
    ["label", "cross_entropy"],
    ["numbers", "mse"],
  ]);
  expect(metric).toEqual({ name: "validation_loss", goal: "minimize" });
});

test("an autoencoder of such data compares with its inputs", () => {
  const { points, metric } = load(`${CARS}train: { target: input }\n`);
  expect(points[0]?.spec.train).toMatchObject({ target: "input", loss: "mse" });
  expect(metric.name).toBe("validation_loss");
});

test("a target accuracy of numbers is never reached, and a warning says so", () => {
  const target = "stats: { target_accuracy: 0.9 }\n";
  expect(load(`${CARS}${target}`).warnings).toEqual([
    "stats.target_accuracy: no configuration has an accuracy, so none can reach it",
  ]);
  expect(load(target).warnings).toEqual([]);
});

test("settings of numbers change no id and no hash of a study of classes", () => {
  const { points } = load(ACTIVATION);
  expect(points[0]?.spec.train).not.toHaveProperty("huber_delta");
  expect(points[0]?.spec.train.target).toBe("label");
});

describe("a wrong configuration says the way out", () => {
  it.each([
    [
      "accuracy of numbers",
      `${CARS}metric: validation_accuracy\n`,
      "s.yaml:2:9: metric: a regression (train.target: numbers) has no validation_accuracy (take metric: validation_rmse)",
    ],
    [
      "RMSE of classes",
      "dataset: two_moons\nmetric: test_rmse\n",
      "s.yaml:2:9: metric: a classifier (train.target: label) has no test_rmse (take metric: test_accuracy)",
    ],
    [
      "cross-entropy of numbers",
      `${CARS}train: { loss: cross_entropy }\n`,
      "s.yaml:2:16: train.loss: a regression (train.target: numbers) cannot be trained with the loss cross_entropy (take loss: mse or mae or huber)",
    ],
    [
      "a loss of numbers with classes",
      "dataset: two_moons\ntrain: { loss: huber }\n",
      "s.yaml:2:16: train.loss: a classifier (train.target: label) cannot be trained with the loss huber (take loss: cross_entropy or mse)",
    ],
    [
      "classes asked of numbers",
      `${CARS}train: { target: label, loss: mse }\n`,
      "s.yaml:2:18: train.target: auto_mpg has numbers to predict, but no classes (remove target, or use target: numbers; dataset: { task: classification } makes each number a class)",
    ],
    [
      "numbers asked of classes",
      "dataset: two_moons\ntrain: { target: numbers }\n",
      "s.yaml:2:18: train.target: two_moons has classes, but no numbers to predict (remove target; dataset: { task: regression } reads the target of a file as numbers)",
    ],
    [
      "label noise",
      "dataset: { name: auto_mpg, label_noise: 0.1 }\n",
      "s.yaml:1:41: dataset.label_noise: label noise replaces classes, and auto_mpg has numbers to predict (remove label_noise)",
    ],
    [
      "macro F1 of numbers",
      `${CARS}measure: { scores: [macro_f1] }\n`,
      "s.yaml:2:20: measure.scores: no configuration has macro_f1: its outputs are numbers, not classes (take macro_f1 out)",
    ],
    [
      "a margin in percentage points",
      `${CARS}stats: { equivalent_within: 0.5pp }\n`,
      "s.yaml:2:29: stats.equivalent_within: validation_rmse is not a fraction: it cannot be given in percentage points (write the margin as a number in the unit of the metric)",
    ],
    [
      "a delta of 0",
      `${CARS}train: { loss: huber, huber_delta: 0 }\n`,
      "s.yaml:2:36: train.huber_delta: must be more than 0, received 0",
    ],
    [
      "an unknown task",
      "dataset: { csv: a.csv, target: y, task: regresion }\n",
      's.yaml:1:41: dataset.task: expected one of classification, regression, received "regresion" (did you mean regression?)',
    ],
    [
      "a goal turned round",
      `${CARS}metric: { name: validation_rmse, goal: maximize }\n`,
      "validation_rmse is better when it is smaller: with this goal the worst configuration would come first",
    ],
  ])("%s", (_, text, message) => {
    const problems = problemsOf(`${text}`);
    expect(problems.join("\n")).toContain(message);
  });
});

describe("seeds: { split }", () => {
  const split = (text: string, ...overrides: string[]) =>
    load(`${text}seeds: { count: 4, split: true }\n`, ...overrides);
  const drawnOf = (text: string) => split(text).points[0]?.spec.dataset.split_by_seed;

  it("has each seed draw its validation rows, and test rows where they were held out", () => {
    expect(drawnOf(CARS)).toBe("validation_and_test");
    expect(drawnOf("dataset: two_moons\n")).toBe("validation");
    expect(load(CARS).points[0]?.spec.dataset).not.toHaveProperty("split_by_seed");
  });

  it("makes another study of it, and stays where the number of seeds is overridden", () => {
    expect(split(CARS).hash).not.toBe(load(`${CARS}seeds: 4\n`).hash);
    const more = split(CARS, "seeds=9");
    expect(more.seeds).toHaveLength(9);
    expect(more.hash).toBe(split(CARS).hash);
    expect(more.config).toContain("split: true");
  });

  it("is refused where there is nothing to draw", () => {
    expect(
      problemsOf("dataset: { name: two_moons, validation: 0 }\nseeds: { count: 2, split: true }\n"),
    ).toEqual([
      "s.yaml:2:27: seeds.split: two_moons has no validation rows to draw, and test rows, which come with it: every seed would have the same (remove split, or hold validation examples out of train)",
    ]);
  });
});
