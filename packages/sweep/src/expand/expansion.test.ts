import fc from "fast-check";
import { expect, test } from "vitest";
import { cpuSeconds } from "../../test/cpu-seconds.js";
import { labelsOf, load, problemsOf } from "../../test/load.js";

test("a grid is walked in the order of the file, the last axis fastest", () => {
  expect(labelsOf("parameters: { activation: [relu, elu], lr: [1, 2], shuffle: [true, false] }")).toEqual([
    "relu · lr 1 · shuffle true",
    "relu · lr 1 · shuffle false",
    "relu · lr 2 · shuffle true",
    "relu · lr 2 · shuffle false",
    "elu · lr 1 · shuffle true",
    "elu · lr 1 · shuffle false",
    "elu · lr 2 · shuffle true",
    "elu · lr 2 · shuffle false",
  ]);
});

test("parameters of an activation exist only there: a list makes one activation of each value", () => {
  const { axes, points } = load(`
parameters:
  activation: [relu, { name: leaky_relu, alpha: [0.01, 0.1] }, { name: elu, alpha: 2, trainable: true }]
`);
  expect(axes).toEqual([
    {
      name: "activation",
      values: ["relu", "leaky_relu(alpha=0.01)", "leaky_relu(alpha=0.1)", "elu(alpha=2, trained)"],
    },
  ]);
  expect(points.map(({ spec }) => spec.model.activation[0]?.params)).toEqual([
    [],
    [{ name: "alpha", value: 0.01, trainable: false, per: "layer" }],
    [{ name: "alpha", value: 0.1, trainable: false, per: "layer" }],
    [{ name: "alpha", value: 2, trainable: true, per: "layer" }],
  ]);
});

test("trained parameters have a weight decay of their own where one is given, which makes another point", () => {
  const { points } = load(`
activations:
  bump: { formula: "x * b + a", params: { a: { default: 1, trainable: true, weight_decay: 0.1 }, b: { default: 2 } } }
parameters:
  activation: [bump, { name: bump, b: 3, trainable: true, weight_decay: 0 }, prelu, { name: prelu, weight_decay: 0 }]
`);
  const decays = points.map(({ spec }) => {
    const [activation] = spec.model.activation;
    return [activation?.label, ...(activation?.params ?? []).map(({ weight_decay }) => weight_decay)];
  });
  expect(decays).toEqual([
    ["bump", 0.1, undefined],
    ["bump(b=3, trained, weight_decay=0)", 0, 0],
    ["prelu", undefined],
    ["prelu(weight_decay=0)", 0],
  ]);
  expect(
    problemsOf(
      `parameters: { activation: [{ name: relu, weight_decay: 0 }, { name: prelu, weight_decay: -1 }] }`,
    ),
  ).toEqual([
    "s.yaml:1:56: parameters.activation[0].weight_decay: relu has no trained parameter that could decay (take it out)",
    "s.yaml:1:90: parameters.activation[1].weight_decay: must be at least 0, received -1",
  ]);
});

test("a formula of the file trains like a built-in, and a changed formula changes exactly its own ids", () => {
  const text = (tree: string) =>
    `activations: { bump: { formula: "${tree}", params: { a: { default: 0.5, trainable: true } } } }
parameters: { activation: [relu, bump] }
seeds: 1`;
  const [before, after] = [
    load(text("max(x, 0) + a * x * exp(-x^2)")),
    load(text("max(x, 0) + a * exp(-x^2)")),
  ];
  expect(before.points.map(({ label }) => label)).toEqual(["relu", "bump"]);
  expect(before.plan[0]?.id).toBe(after.plan[0]?.id);
  expect(before.plan[1]?.id).not.toBe(after.plan[1]?.id);
  expect(before.hash).not.toBe(after.hash);
});

test("zip takes values side by side, and refuses lists of different lengths", () => {
  expect(
    labelsOf("zip: [{ model.hidden: [[8], [4, 4]], epochs: [5, 8] }]\nparameters: { lr: [1, 2] }"),
  ).toEqual([
    "lr 1 · hidden 8 · epochs 5",
    "lr 1 · hidden 4-4 · epochs 8",
    "lr 2 · hidden 8 · epochs 5",
    "lr 2 · hidden 4-4 · epochs 8",
  ]);
  expect(problemsOf("zip: [{ lr: [1, 2], epochs: [1] }]")).toEqual([
    "s.yaml:1:7: zip[0]: all settings of a zip must have the same number of values: train.lr has 2, train.epochs has 1",
  ]);
});

test("an axis with a condition exists only where it holds; elsewhere the setting keeps its value", () => {
  const { points } = load(`
parameters:
  momentum: { values: [0, 0.9], when: 'train.optimizer == "sgd"' }
  optimizer: [sgd, adam]
`);
  expect(points.map(({ label, settings }) => [label, Object.keys(settings).length])).toEqual([
    ["momentum 0 · sgd", 2],
    ["momentum 0.9 · momentum", 2],
    ["adam", 1],
  ]);
});

test("exclude leaves out by name, by label and by entry; one that matches nothing gets a warning", () => {
  const text =
    "parameters: { activation: [relu, { name: leaky_relu, alpha: [0.1, 0.2] }, elu], init: [xavier, he] }";
  expect(labelsOf(text, "exclude=[{activation: leaky_relu}, {activation: elu, init: xavier}]")).toEqual([
    "relu · xavier_uniform",
    "relu · he_normal",
    "elu · he_normal",
  ]);
  expect(labelsOf(text, "exclude=[{activation: {name: leaky_relu, alpha: 0.1}}]")).toHaveLength(6);
  expect(labelsOf(text, "exclude=[{activation: 'leaky_relu(alpha=0.1)', init: he_normal}]")).toHaveLength(7);
  expect(load(text, "exclude=[{lr: 5}]").warnings).toEqual(['exclude {"lr":5} matches no configuration']);
  expect(problemsOf(text, "exclude=[{activation: eluu}]")[0]).toContain("did you mean elu?");
});

test("constraints hold where they name a setting that a point does not have", () => {
  expect(
    labelsOf("parameters: { lr: [0.1, 1], momentum: [0, 0.9] }\nconstraints: ['lr * train.momentum < 0.8']"),
  ).toEqual(["lr 0.1 · momentum 0", "lr 0.1 · momentum 0.9", "lr 1 · momentum 0"]);
  const leaky = "parameters: { activation: [relu, { name: leaky_relu, alpha: [0.1, 0.5] }] }";
  expect(labelsOf(leaky, "constraints=['activation.alpha < 0.3']")).toEqual([
    "relu",
    "leaky_relu(alpha=0.1)",
  ]);
  expect(labelsOf(leaky, `constraints=["activation != 'relu'"]`)).toHaveLength(2);
  expect(problemsOf(leaky, "constraints=['lrr < 1']")[0]).toContain("did you mean train.lr?");
  expect(problemsOf(leaky, "constraints=['lr < 0']")).toEqual([
    "s.yaml:1:13: parameters: no configuration is left (exclude or constraints remove all of them)",
  ]);
});

test("include adds points, whose other settings have their fixed values", () => {
  const { points, axes } = load(
    "train: { lr: 0.5 }\nparameters: { activation: [relu], lr: [0.1, 1] }\ninclude: [{ activation: tanh }, { activation: relu, init: xavier, lr: 1 }]",
  );
  expect(points.map(({ label }) => label)).toEqual([
    "relu · lr 0.1 · he_normal",
    "relu · lr 1 · he_normal",
    "tanh · lr 0.5 · he_normal",
    "relu · lr 1 · xavier_uniform",
  ]);
  expect(axes[1]).toEqual({ name: "train.lr", values: [0.1, 0.5, 1] });
});

test("a point that is there already is dropped, and both are named", () => {
  const { points, warnings } = load(
    "parameters: { init: [he, he_normal, xavier] }\ninclude: [{ init: xavier }]",
  );
  expect(points).toHaveLength(2);
  expect(warnings).toEqual([
    "the configuration he_normal is the same as he_normal before it and is dropped",
    "the configuration xavier_uniform is the same as xavier_uniform before it and is dropped",
  ]);
});

test("two activations may not share a label, and one setting has one axis", () => {
  expect(
    problemsOf("parameters: { activation: [{ name: elu, label: a }, { name: gelu, label: a }] }"),
  ).toEqual([
    "s.yaml:1:53: parameters.activation[1]: two different activations are called a (give one of them a label)",
  ]);
  expect(problemsOf("parameters: { lr: [1], train.lr: [2] }")).toEqual([
    "s.yaml:1:24: parameters.train.lr: train.lr was set before, under another name or in a zip",
  ]);
});

test("a baseline names one value of an axis; one that an override took away is dropped with a warning", () => {
  const text =
    "parameters: { activation: [relu, { name: elu, alpha: [1, 2] }] }\nbaseline: { activation: relu }";
  expect(load(text).baseline).toEqual({ activation: "relu" });
  expect(load(text, "activation=gelu,elu").warnings).toEqual([
    'the baseline activation: "relu" is not in this study and is dropped',
  ]);
  expect(problemsOf(text, "baseline.activation=elu")).toEqual([
    'baseline.activation=elu: baseline.activation: "elu" matches each of elu(alpha=1), elu(alpha=2) (choose one of them)',
  ]);
  expect(problemsOf(text, "baseline.lr=1")[0]).toContain("train.lr is not an axis of this study");
});

test("trials are numbered seed by seed, so that they keep their numbers when seeds are added", () => {
  const text = "parameters: { lr: [1, 2] }";
  const few = load(text, "seeds=2").plan;
  expect(few.map(({ trial, point, seed }) => [trial, point, seed])).toEqual([
    [1, 0, 0],
    [2, 1, 0],
    [3, 0, 1],
    [4, 1, 1],
  ]);
  expect(load(text, "seeds=5").plan.slice(0, 4)).toEqual(few);
});

test("any grid has the product of its axes as points, each once, in an order that lists and overrides share", () => {
  const values = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(values, values, values, (epochs, batch, decay) => {
      const { points, plan, hash } = load(
        `seeds: 2\nparameters: { epochs: [${epochs}], batch_size: [${batch}], weight_decay: [${decay}] }`,
      );
      expect(points).toHaveLength(epochs.length * batch.length * decay.length);
      expect(new Set(plan.map(({ id }) => id)).size).toBe(points.length * 2);
      expect(points.map(({ settings }) => settings["train.epochs"])).toEqual(
        epochs.flatMap((value) => Array(batch.length * decay.length).fill(value)),
      );
      const list = (items: readonly number[]) => (items.length === 1 ? `choice(${items})` : items.join(","));
      const other = load(
        "seeds: 2",
        `epochs=${list(epochs)}`,
        `batch_size=${list(batch)}`,
        `weight_decay=${list(decay)}`,
      );
      expect(other.plan).toEqual(plan);
      expect(other.hash).toBe(hash);
    }),
    { numRuns: 30 },
  );
});

test("a plan of 100,000 trials is made in under 2 seconds", () => {
  const axis = (count: number) => `{ distribution: uniform, min: 0.01, max: 0.9, count: ${count} }`;
  const text = (points: string) =>
    `seeds: 10\nparameters: { activation: [relu, gelu, elu, tanh], ${points} }`;
  // The best of three: the first warms up.
  const seconds = [1, 2, 3].map(() =>
    cpuSeconds(() => expect(load(text(`lr: ${axis(50)}, momentum: ${axis(50)}`)).plan).toHaveLength(100_000)),
  );
  expect(Math.min(...seconds)).toBeLessThan(2);
});
