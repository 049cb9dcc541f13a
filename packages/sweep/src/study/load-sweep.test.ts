import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { trialId } from "@actbench/core/internal";
import { expect, test } from "vitest";
import { CATALOGS, labelsOf, load, MNIST, problemsOf } from "../../test/load.js";
import { loadSweep } from "./load-sweep.js";
import { wantedData } from "./wanted-data.js";

const config = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../../configs/${name}`, import.meta.url)), "utf8");

test("the smallest sweep has every default written out", () => {
  const { name, points, seeds, metric, plan } = load("parameters: { activation: [relu] }");
  expect({ name, seeds, metric }).toEqual({
    name: "s",
    seeds: [0, 1, 2, 3, 4],
    metric: { name: "validation_accuracy", goal: "maximize" },
  });
  expect(points[0]?.spec).toMatchObject({
    numerics: "fma",
    dataset: {
      name: "mnist",
      hash: MNIST.hash,
      train: 55_000,
      validation: 5000,
      test: 10_000,
      normalize: "unit",
    },
    model: { hidden: [128, 64], init: "he_normal", bias_init: 0 },
    train: { epochs: 5, steps: null, batch_size: 64, optimizer: "sgd", lr: 0.1, momentum: 0, shuffle: true },
    measure: { dead_units: true, every: "sampled", probe: "train", train: "last" },
  });
  expect(points[0]?.spec.model.activation.map(({ label }) => label)).toEqual(["relu", "relu"]);
  expect(plan).toHaveLength(5);
});

test("every id of a plan is the id that core gives the spec, and no two are the same", () => {
  const { points, plan } = load(config("quickstart.yaml"));
  expect(plan).toHaveLength(28 * 3);
  for (const { id, point, seed } of plan) {
    const spec = points[point]?.spec;
    if (spec === undefined) throw new Error(`no point ${point}`);
    expect(trialId({ ...spec, seed })).toBe(id);
  }
  expect(new Set(plan.map(({ id }) => id)).size).toBe(plan.length);
});

test("the quickstart has the points its report speaks of", () => {
  const { axes, baseline } = load(config("quickstart.yaml"));
  expect(axes).toEqual([
    {
      name: "activation",
      values: ["relu", "leaky_relu(alpha=0.01)", "leaky_relu(alpha=0.1)", "prelu", "elu", "gelu", "tanh"],
    },
    { name: "model.init", values: ["xavier_uniform", "he_normal"] },
    { name: "train.lr", values: [0.1, 0.8] },
  ]);
  expect(baseline).toEqual({ activation: "relu" });
});

test.each(["quickstart.yaml", "parity.yaml", "examples/bump.yaml"])("configs/%s is valid", (name) => {
  expect(problemsOf(config(name))).toEqual([]);
});

test("the resolved file read again is the same study", () => {
  for (const name of ["quickstart.yaml", "parity.yaml", "examples/bump.yaml"]) {
    const first = load(config(name), "train.lr=0.1,0.2", "model.hidden=[32]");
    const again = load(first.config);
    expect(again.hash).toBe(first.hash);
    expect(again.plan).toEqual(first.plan);
    expect(again.name).toBe(first.name);
  }
});

test("seeds, budget, baseline, statistics and claims do not change the hash; a setting does", () => {
  const text = "parameters: { activation: [relu, gelu] }";
  const { hash } = load(text);
  const claim = "claims=[{id: a, compare: {activation: [gelu, relu]}, metric: dead_rate, expect: lower}]";
  expect(load(text, "seeds=9", "budget.time=1h", "baseline.activation=relu", "workers=2", claim).hash).toBe(
    hash,
  );
  expect(load(text, "stats.confidence=0.9", "measure.speed=true", "metric=test_loss").hash).toBe(hash);
  for (const other of [
    "train.lr=0.2",
    "dataset.validation=100",
    "study_seed=1",
    "activation=relu,elu",
    "numerics=strict",
  ])
    expect(load(text, other).hash).not.toBe(hash);
});

test("a W&B sweep file runs as it is, and keys that are not used here are ignored with a warning", () => {
  const { points, warnings, seeds } = load(`
program: train.py
command: [python, train.py]
method: grid
metric: { name: val_accuracy, goal: maximize }
parameters:
  learning_rate: { values: [0.1, 0.01] }
  optimizer: { value: adam }
  batch_size: { distribution: q_log_uniform_values, q: 8, min: 16, max: 64, count: 3 }
  epochs: { min: 1, max: 2 }
`);
  expect(points).toHaveLength(2 * 3 * 2);
  expect(points.every(({ spec }) => spec.train.optimizer === "adam")).toBe(true);
  expect(points.map(({ spec }) => spec.train.batch_size).slice(0, 5)).toEqual([16, 16, 32, 32, 64]);
  expect(seeds).toHaveLength(5);
  expect(warnings).toEqual([
    "program is ignored: actbench does not use it",
    "command is ignored: actbench does not use it",
  ]);
});

test("bayes is refused with the way out, which works", () => {
  expect(problemsOf("method: bayes\nparameters: {activation: [relu]}")).toEqual([
    "s.yaml:1:9: method: bayes is not supported: no method here fits a model to results (write method: sobol with run_cap: 32, which covers the space evenly)",
  ]);
});

test("an autoencoder has mse for its loss, is ranked by it, and has no accuracy", () => {
  const { points, metric } = load("train: { target: input }");
  expect(points.map(({ spec }) => [spec.train.loss, spec.train.target])).toEqual([["mse", "input"]]);
  expect(metric).toEqual({ name: "validation_loss", goal: "minimize" });
  expect(problemsOf("train: { target: input, loss: cross_entropy }")).toEqual([
    "s.yaml:1:18: train.target: an autoencoder (train.target: input) cannot be trained with the loss cross_entropy (take loss: mse)",
  ]);
  expect(problemsOf("{ train: { target: input }, metric: test_accuracy }")).toEqual([
    "s.yaml:1:37: metric: an autoencoder (train.target: input) has no test_accuracy (take metric: test_loss)",
  ]);
});

test("without validation examples the metric is that of the test set, with a warning", () => {
  const { metric, warnings } = load("dataset: { validation: 0 }");
  expect(metric).toEqual({ name: "test_accuracy", goal: "maximize" });
  expect(warnings[0]).toContain("test_accuracy");
});

test("a small set holds out a fifth at most, and floats are not divided by 255", () => {
  expect(load("dataset: two_moons").points[0]?.spec.dataset).toMatchObject({
    train: 800,
    validation: 200,
    test: 200,
    normalize: "none",
  });
});

test("momentum without a number is 0.9, with or without Nesterov; sgd has none", () => {
  const momenta = load("parameters: { optimizer: [sgd, momentum, nesterov] }").points.map(
    ({ spec }) => spec.train.momentum,
  );
  expect(momenta).toEqual([0, 0.9, 0.9]);
  expect(load("train: { optimizer: momentum, momentum: 0 }").points[0]?.spec.train.momentum).toBe(0);
});

test("numerics is resolved when the plan is made, and fma is refused where there is none", () => {
  const catalogs = { ...CATALOGS, fma: false };
  const strict = loadSweep({ text: "seeds: 1", file: "s.yaml", catalogs });
  expect(strict.points[0]?.spec.numerics).toBe("strict");
  expect(() => loadSweep({ text: "numerics: fma", file: "s.yaml", catalogs })).toThrow(
    "use numerics=strict, which runs everywhere",
  );
});

test("one activation per layer is one value, and must fit the layers", () => {
  expect(labelsOf("model: { activation: [relu, { name: elu, alpha: 2 }] }")).toEqual([
    "[relu, elu(alpha=2)]",
  ]);
  expect(labelsOf("parameters: { activation: [relu, [relu, gelu]] }")).toEqual(["relu", "[relu, gelu]"]);
  expect(problemsOf("model: { activation: [relu, gelu, tanh] }")).toEqual([
    "s.yaml:1:22: model.activation: [relu, gelu, tanh] has 3 layers, but model.hidden has 2",
  ]);
});

test("the datasets a file names can be known before it is read, also when it is wrong", () => {
  const names = (text: string, ...overrides: string[]) =>
    wantedData({ text, file: "s.yaml", overrides }).names;
  expect(names("seeds: 1")).toEqual(["mnist"]);
  expect(names("dataset: spirals\nparameters: { dataset: [spirals, mnist] }")).toEqual(["spirals", "mnist"]);
  expect(names("dataset: { name: spirals }", "dataset.name=two_moons")).toEqual(["two_moons"]);
  expect(names("{{{")).toEqual(["mnist"]);
});
