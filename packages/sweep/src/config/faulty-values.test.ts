import { expect, test } from "vitest";
import { load, problemsOf } from "../../test/load.js";

test("a duration has its unit", () => {
  expect(problemsOf("budget: { time: 5, trial_timeout: 0s }")).toEqual([
    "s.yaml:1:17: budget.time: expected a duration with its unit, such as 90s, 30m or 1h30m, received 5",
    "s.yaml:1:35: budget.trial_timeout: must be more than 0, received 0",
  ]);
  expect(load("budget: { time: 1h30m, trial_timeout: 500ms }").budget).toMatchObject({
    time_s: 5400,
    trial_timeout_s: 0.5,
  });
});

test("what leaves nothing to train on, or nothing to judge by, is named by the setting that does it", () => {
  expect(problemsOf("dataset: { validation: 70000 }")).toEqual([
    "s.yaml:1:24: dataset.validation: mnist has 60000 training rows; with 70000 held out for validation, none is left to train on (validation may be at most 59999)",
  ]);
  expect(problemsOf("dataset: { train: 100, validation: 60000 }")).toEqual([
    "s.yaml:1:36: dataset.validation: mnist has 60000 training rows; with 60000 held out for validation, none is left to train on (validation may be at most 59900)",
  ]);
  expect(problemsOf("dataset: { train: 59000 }")).toEqual([
    "s.yaml:1:19: dataset.train: mnist has 60000 training rows; 5000 are held out for validation, so 59000 cannot be used for training (train may be at most 55000)",
  ]);
  expect(problemsOf("dataset: { validation: 0, test: 0 }")).toEqual([
    "s.yaml:1:33: dataset.test: without validation and test examples, no configuration can be evaluated (hold some out: validation: 5000)",
  ]);
  expect(
    load(
      "dataset: { validation: 0, test: 0 }\ntrain: { epochs: 0 }\nmetric: { name: dead_rate, goal: minimize }",
    ).points,
  ).toHaveLength(1);
  expect(
    problemsOf("dataset: { train: 100 }\ntrain: { drop_last: true }\nparameters: { batch_size: [100, 101] }"),
  ).toEqual([
    "s.yaml:3:27: parameters.batch_size: no batch is left: drop_last drops the only one, of 100 examples, which is smaller than 101 (remove drop_last, or use a smaller batch_size)",
  ]);
  const kept = load(
    "dataset: { train: 100 }\ntrain: { drop_last: true }\nparameters: { batch_size: [100, 101] }\nexclude: [{ batch_size: 101 }]",
  );
  expect(kept.points).toHaveLength(1);
});

test("a value that came from an override is named by the override", () => {
  expect(problemsOf("train: { lr: 0.1 }", "train.lr=-3", "activation=relu,geluu")).toEqual([
    "train.lr=-3: train.lr: must be at least 0, received -3",
    'activation=relu,geluu: parameters.activation.values[1]: there is no activation "geluu" (did you mean gelu?)',
  ]);
});

test("a declared activation with a faulty formula is reported once, however often it is used", () => {
  expect(
    problemsOf(`activations: { bad: { formula: "x +* 2" } }
parameters: { activation: [relu, bad, { name: bad, a: 1 }] }
baseline: { activation: bad }`),
  ).toEqual(['s.yaml:1:32: activations.bad.formula: expected a value, found "*" at character 4']);
});

test("an activation written as in tables gets a hint how to write it", () => {
  expect(problemsOf("parameters: { activation: ['prelu(alpha=0.1, fixed)', 'nothing(a=1)'] }")).toEqual([
    's.yaml:1:28: parameters.activation[0]: there is no activation "prelu(alpha=0.1, fixed)" (write { name: prelu, alpha: 0.1, trainable: false })',
    's.yaml:1:55: parameters.activation[1]: there is no activation "nothing(a=1)"',
  ]);
  expect(problemsOf("seeds: 1", "activation=leaky_relu(alpha=0.2)")).toEqual([
    'activation=leaky_relu(alpha=0.2): model.activation: there is no activation "leaky_relu(alpha=0.2)" (write "activation={ name: leaky_relu, alpha: 0.2 }", in quotes for the shell)',
  ]);
});

test("numbers as people write them: 1e-3 and 0x10 are numbers, NaN and texts are not", () => {
  expect(load("train: { lr: 1e-3, batch_size: 0x10 }").points[0]?.spec.train).toMatchObject({
    lr: 0.001,
    batch_size: 16,
  });
  expect(load("seeds: 2", "lr=1e-3", "seeds=1").points[0]?.spec.train.lr).toBe(0.001);
  expect(problemsOf('train: { lr: "1e-3" }')).toEqual([
    's.yaml:1:14: train.lr: expected a number, received "1e-3" (write 1e-3 without quotes)',
  ]);
  expect(problemsOf("train: { epochs: 010, lr: 1_000, batch_size: 1,000 }")).toEqual([
    's.yaml:1:18: 010 is 10 in YAML 1.2, 8 in YAML 1.1 and a string in Hydra (write 10, or "010" for a string)',
    "s.yaml:1:48: a comma separates items: 000 is a separate item (write numbers without commas, such as 1000)",
  ]);
  expect(
    problemsOf(
      "train:\n  lr: 1_000\n  batch_size: 1,024\n  momentum: 0,9\n  epsilon: 0b1\n  shuffle: no\nseeds: 1_0\nmodel: { activation: { name: leaky_relu, alpha: 1_0 } }",
    ),
  ).toEqual([
    's.yaml:2:7: train.lr: expected a number, received "1_000" (write 1000)',
    's.yaml:3:15: train.batch_size: expected a number, received "1,024" (write 1024)',
    's.yaml:4:13: train.momentum: expected a number, received "0,9" (write 0.9)',
    's.yaml:5:12: train.epsilon: expected a number, received "0b1" (write 1)',
    's.yaml:6:12: train.shuffle: expected true or false, received "no" (write false)',
    's.yaml:7:8: seeds: expected a number of seeds, a list of them, or { count, confirm, split }, received "1_0" (write 10)',
    's.yaml:8:49: model.activation.alpha: expected a number, received "1_0" (write 10)',
  ]);
  expect(problemsOf("train: {lr:0.1}")).toEqual([
    "s.yaml:1:9: lr:0.1 is one word in YAML (write lr: 0.1, with a space after the colon)",
  ]);
  expect(problemsOf("train: { lr: NaN, momentum: .nan, epsilon: .inf }")).toHaveLength(3);
  expect(load("train: { lr: 0 }").points[0]?.spec.train.lr).toBe(0);
});

test("values of an activation that cross are refused with the values", () => {
  expect(
    problemsOf(`activations:
  flat: { formula: "clamp(x, lo, hi)", params: { lo: { default: 0 }, hi: { default: 1 } }, constraints: ["lo < hi"] }
  worse: { formula: "max(x, 0) * a", params: { a: { default: 1 } }, constraints: ["a < 0"] }
parameters:
  activation:
    - { name: hardtanh, low: 2 }
    - { name: rrelu, lower: [0.1, 0.5], upper: 0.3 }
    - { name: flat, lo: 1 }
    - { name: hardtanh, low: -2 }`),
  ).toEqual([
    's.yaml:3:10: activations.worse: activation "worse": with its defaults it needs a < 0; received a 1',
    "s.yaml:6:7: parameters.activation[0]: hardtanh needs low < high; received low 2, high 1",
    "s.yaml:7:7: parameters.activation[1]: rrelu needs lower <= upper; received lower 0.5, upper 0.3 (write valid pairs as separate entries)",
    "s.yaml:8:7: parameters.activation[2]: flat needs lo < hi; received lo 1, hi 1",
  ]);
});

test("names are read without regard to case, underscores and dashes", () => {
  const { points, metric, baseline } = load(
    `parameters: { activation: [ReLU, LeakyReLU, { name: ELU, alpha: 0.5 }], Learning-Rate: [0.1], optimizer: Adam }
metric: val/Accuracy
baseline: { activation: RELU }
train: { batchSize: 16, Schedule: COSINE }
model: { init: He_Normal }
dataset: { name: two_moons }
seeds: 1`,
  );
  const { model, train } = points[2]?.spec ?? {};
  expect(points.map(({ label }) => label)).toEqual([
    expect.stringMatching(/^relu/),
    expect.stringMatching(/^leaky_relu/),
    expect.stringMatching(/^elu\(alpha=0.5\)/),
  ]);
  expect(model).toMatchObject({ init: "he_normal" });
  expect(train).toMatchObject({ optimizer: "adam", lr: 0.1, batch_size: 16, schedule: "cosine" });
  expect(metric.name).toBe("validation_accuracy");
  expect(baseline).toEqual({ activation: "relu" });
});

test("names of other libraries get a hint with the name and form that they have here", () => {
  expect(
    problemsOf(`parameters:
  activation: [{ leaky_relu: { alpha: 0.2 } }, "leaky_relu(0.1)", "hardtanh(2)", "relu(1)", linear, softmax]
  alpha: [0.1]
  activation.low: [-1]
  LEARNING_RATE: [0.1]
  batch-size: [32]
  init: [glorot_uniform, kaiming_normal]
  model.hidden: { distribution: int_uniform, min: 32, max: 256 }
  optimizer: { min: 0, max: 1 }
model: { alpha: 0.2 }`),
  ).toEqual([
    `s.yaml:2:16: parameters.activation[0]: expected an activation's name or { name, … }, received {"leaky_relu":{"alpha":0.2}} (write { name: leaky_relu, alpha: 0.2 })`,
    's.yaml:2:48: parameters.activation[1]: there is no activation "leaky_relu(0.1)" (write { name: leaky_relu, alpha: 0.1 })',
    's.yaml:2:67: parameters.activation[2]: there is no activation "hardtanh(2)" (write { name: hardtanh, low: -1, high: 1 })',
    's.yaml:2:82: parameters.activation[3]: there is no activation "relu(1)" (write relu, which has no parameters)',
    's.yaml:2:93: parameters.activation[4]: there is no activation "linear" (it is called identity here)',
    's.yaml:2:101: parameters.activation[5]: there is no activation "softmax" (it mixes all units of a layer; activations here act on one unit)',
    "s.yaml:3:3: parameters.alpha: there is no such setting (alpha is a parameter of leaky_relu, prelu, elu, celu, … and is written beside the name: activation: [{ name: leaky_relu, alpha: 0.01 }])",
    "s.yaml:4:3: parameters.activation.low: there is no such setting (low is a parameter of hardtanh, clipped_gelu, talu, ptalu, … and is written beside the name: activation: [{ name: hardtanh, low: -1 }])",
    's.yaml:7:10: parameters.init[0]: expected an initializer\'s name or { distribution, scale }, received "glorot_uniform" (did you mean xavier_uniform?)',
    's.yaml:7:26: parameters.init[1]: expected an initializer\'s name or { distribution, scale }, received "kaiming_normal" (did you mean he_normal?)',
    "s.yaml:8:17: parameters.model.hidden: model.hidden does not take numbers, so it cannot have a range (write values, such as [[32], [64]])",
    "s.yaml:9:14: parameters.optimizer: train.optimizer does not take numbers, so it cannot have a range (write values)",
    "s.yaml:10:10: model.alpha: unknown key (alpha is a parameter of leaky_relu, prelu, elu, celu, … and is written beside the name: activation: [{ name: leaky_relu, alpha: 0.01 }])",
  ]);
});
