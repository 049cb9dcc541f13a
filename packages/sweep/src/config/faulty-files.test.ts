import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { cpuSeconds } from "../../test/cpu-seconds.js";
import { fuzz } from "../../test/fuzz.js";
import { CATALOGS, load, problemsOf } from "../../test/load.js";
import { loadSweep } from "../study/load-sweep.js";

test("all problems of a file are reported together, with line, column and the nearest known name", () => {
  expect(
    problemsOf(
      `methd: grid
train: { epochs: 5.5, batch_size: "64", optimizer: sdg, lr: -1 }
model: { hidden: [128, -64], init: hee, lr: 4 }
activations:
  bad: { formula: "max(x, 0) + * 3" }
  relu: { formula: "x" }
parameters:
  activation: [rellu, { name: leaky_relu, alpha: [0.1, "0.3"], slope: 3 }]
  hidden: [128, 64]
  dropout: []
  seed: [1, 2]
budget: { time: soon }`,
      "train.epoch=3",
    ),
  ).toEqual([
    "train.epoch=3: train.epoch: unknown key (did you mean epochs?)",
    "s.yaml:1:1: methd: unknown key (did you mean method?)",
    "s.yaml:2:18: train.epochs: expected a whole number, received 5.5",
    's.yaml:2:35: train.batch_size: expected a number, received "64" (write 64 without quotes)',
    's.yaml:2:52: train.optimizer: expected one of sgd, momentum, nesterov, rmsprop, adam, adamw, adagrad, nadam, received "sdg" (did you mean sgd?)',
    "s.yaml:2:61: train.lr: must be at least 0, received -1",
    "s.yaml:3:24: model.hidden[1]: must be at least 1, received -64",
    's.yaml:3:36: model.init: expected an initializer\'s name or { distribution, scale }, received "hee" (did you mean he?)',
    "s.yaml:3:41: model.lr: unknown key (train.lr belongs under train:)",
    's.yaml:5:19: activations.bad.formula: expected a value, found "*" at character 13',
    "s.yaml:6:3: activations.relu: relu is an activation of the catalog (choose another name)",
    's.yaml:8:16: parameters.activation[0]: there is no activation "rellu" (did you mean relu?)',
    's.yaml:8:56: parameters.activation[1].alpha[1]: expected a number, received "0.3" (write 0.3 without quotes)',
    "s.yaml:8:64: parameters.activation[1].slope: leaky_relu has no parameter slope (it is called alpha here)",
    "s.yaml:9:11: parameters.hidden: an axis of model.hidden is a list of lists (write [[128, 64]] for one value, or set it under model:)",
    "s.yaml:10:12: parameters.dropout: this axis is empty (give it a value, or remove it)",
    "s.yaml:11:3: parameters.seed: seeds are not an axis: they are paired across all configurations (write seeds: [0, 1, 2] at the top of the file)",
    's.yaml:12:17: budget.time: expected a duration with its unit, such as 90s, 30m or 1h30m, received "soon"',
  ]);
});

test("a wrong item of a list hides no other, and too large a grid hides nothing", () => {
  const axis = "{ distribution: uniform, min: 0, max: 0.9, count: 1000 }";
  expect(
    problemsOf(`seeds: 1
constraints: ["lr <", 5, "lr < 1"]
exclude: [relu, { activaton: elu }]
include: [{ optimiser: sgd }, 3]
zip: [7, { batch_size: 3 }]
metric: accurcy
baseline: { activation: gelu }
claims: [{ id: a, compare: { activation: [gelu, relu] }, metric: dead_rat, expect: better }]
dataset: { test: 70000 }
parameters: { activation: [relu, elu], lr: ${axis}, momentum: ${axis}, beta1: ${axis} }
`).map((problem) => problem.replace(/ \(.*/, "")),
  ).toEqual([
    "s.yaml:2:15: constraints[0]: the formula ends where a value is expected at character 5",
    "s.yaml:2:23: constraints[1]: expected a condition such as 'train.lr < 0.5', received 5",
    's.yaml:3:11: exclude[0]: expected a mapping of settings to values, received "relu"',
    "s.yaml:3:19: exclude[1].activaton: there is no such setting",
    "s.yaml:4:13: include[0].optimiser: there is no such setting",
    "s.yaml:4:31: include[1]: expected a mapping of settings to values, received 3",
    "s.yaml:5:7: zip[0]: expected a mapping of settings to values, received 7",
    "s.yaml:5:24: zip[1].batch_size: expected a list of values",
    's.yaml:6:9: metric: there is no metric "accurcy"',
    's.yaml:7:25: baseline.activation: "gelu" is not on the axis activation',
    's.yaml:8:42: claims[0].compare.activation: "gelu": not on the axis activation',
    's.yaml:8:66: claims[0].metric: there is no metric "dead_rat"',
    "s.yaml:9:18: dataset.test: mnist has 10000 test rows, not 70000",
    "s.yaml:10:13: parameters: this grid has 2,000,000,000 configurations, with 1 seed 2,000,000,000 trials; at most 1,000,000",
  ]);
});

test("plugins that could not be read are reported with all other problems, and their names are not errors", () => {
  const options = {
    text: "parameters: { activation: [relu, mine, { name: other }] }\nbaseline: { activation: mine }\nseed: 3",
    file: "s.yaml",
    catalogs: CATALOGS,
    pluginFaults: [{ place: "s.yaml:9:9", path: "plugins", message: "no file" }],
  };
  expect(() => loadSweep(options)).toThrow(
    /^s\.yaml:9:9: plugins: no file\ns\.yaml:3:1: seed: unknown key.*$/,
  );
});

describe("Configuration", () => {
  it("Empty file", () => {
    expect(problemsOf("")).toEqual([
      "s.yaml:1:1: the file is empty (the smallest sweep is `parameters: { activation: [relu, gelu] }`)",
    ]);
    expect(problemsOf("# only a comment")).toHaveLength(1);
    expect(problemsOf("- a")).toEqual([
      "s.yaml:1:1: a sweep file is a mapping of keys such as `parameters:` and `seeds:`",
    ]);
    expect(problemsOf("hello")).toHaveLength(1);
  });

  it("tabs", () => {
    expect(problemsOf("train:\n\tlr: 1")[0]).toMatch(/^s\.yaml:2:1: .*[Tt]abs.* \(indent with spaces\)$/);
  });

  it("duplicate keys", () => {
    expect(problemsOf("seeds: 1\nseeds: 2")).toEqual(["s.yaml:2:1: duplicate key; each key may occur once"]);
  });

  it("alias bomb", () => {
    expect(load("train: { lr: &a 0.2, momentum: *a }").points[0]?.spec.train.momentum).toBe(0.2);
    const bomb = ["a0: &a0 [1,1,1,1,1,1,1,1,1]"];
    for (let i = 1; i < 10; i++)
      bomb.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(",")}]`,
      );
    expect(problemsOf(bomb.join("\n"))[0]).toContain("aliases of the file expand too much");
    expect(problemsOf("a: &a [*a]")[0]).toMatch(/alias|anchor|nested/i);
  });

  it("10 MB file", () => {
    const seconds = cpuSeconds(() =>
      expect(problemsOf(`# ${"x".repeat(10_000_000)}`)[0]).toContain("at most 1000000"),
    );
    expect(seconds).toBeLessThan(0.5);
  });

  it("unknown key", () => {
    expect(problemsOf("sedes: 3\ntrain: { momentun: 1 }")).toEqual([
      "s.yaml:1:1: sedes: unknown key (did you mean seeds?)",
      "s.yaml:2:10: train.momentun: unknown key (did you mean momentum?)",
    ]);
  });

  it("wrong type", () => {
    expect(problemsOf("seeds: yes please\ntrain: { epochs: [1], lr: { a: 1 }, shuffle: 1 }")).toEqual([
      's.yaml:1:8: seeds: expected a number of seeds, a list of them, or { count, confirm, split }, received "yes please"',
      "s.yaml:2:18: train.epochs: expected a number, received [1]",
      's.yaml:2:27: train.lr: expected a number, received {"a":1}',
      "s.yaml:2:46: train.shuffle: expected true or false, received 1",
    ]);
    expect(["0", "1.5", "21", "twice"].flatMap((looks) => problemsOf(`stats: { looks: ${looks} }`))).toEqual([
      "s.yaml:1:17: stats.looks: must be at least 1, received 0",
      "s.yaml:1:17: stats.looks: expected the number of looks at the verdicts, received 1.5",
      "s.yaml:1:17: stats.looks: must be at most 20, received 21",
      's.yaml:1:17: stats.looks: expected the number of looks at the verdicts, received "twice"',
    ]);
  });

  it("NUL and control characters in a study's name", () => {
    for (const name of ["a\\0b", "\\e[31mred", "two\\nlines", "\\u202eback", "\\x7f", "tab\\t", "\\u2028"])
      expect(problemsOf(`name: "${name}"`)).toEqual([
        expect.stringContaining(
          "s.yaml:1:7: name: expected a string without control characters and line breaks, received",
        ),
      ]);
    expect(problemsOf('claims: [{ id: "a\\0", metric: dead_rate, expect: lower }]')[0]).toContain(
      "claims[0].id: expected a string without control characters",
    );
    expect(problemsOf('dataset: { name: "a\\0" }')[0]).toContain(
      "expected a string without control characters",
    );
    expect(problemsOf("seeds: 1", "name=a\0b")[0]).toContain("control characters");
    for (const name of ["Größe 3", "名前", "👩‍🔬", "a/b"]) expect(load(`name: "${name}"`).name).toBe(name);
    const given = { text: "seeds: 1", file: "runs/a\nb\0c.yaml", catalogs: CATALOGS };
    expect(loadSweep(given).name).toBe("a b c");
  });

  it("empty axis", () => {
    expect(problemsOf("parameters: { lr: [], dropout: { values: [] }, activation: [] }")).toEqual([
      "s.yaml:1:19: parameters.lr: this axis is empty (give it a value, or remove it)",
      "s.yaml:1:42: parameters.dropout.values: must be at least 1 item long, received []",
      "s.yaml:1:60: parameters.activation: this axis is empty (give it a value, or remove it)",
    ]);
  });

  it("a grid of 10⁹ points (refused with the count, without using time or memory)", () => {
    const axis = "{ distribution: uniform, min: 0, max: 0.9, count: 1000 }";
    const bytes = process.memoryUsage().heapUsed;
    const seconds = cpuSeconds(() =>
      expect(problemsOf(`seeds: 1\nparameters: { lr: ${axis}, momentum: ${axis}, beta1: ${axis} }`)).toEqual([
        "s.yaml:2:13: parameters: this grid has 1,000,000,000 configurations, with 1 seed 1,000,000,000 trials; at most 1,000,000 (its axes have train.lr 1000, train.momentum 1000, train.beta1 1000 values)",
      ]),
    );
    expect(seconds).toBeLessThan(1);
    expect(process.memoryUsage().heapUsed - bytes).toBeLessThan(50e6);
  });

  it("the same point twice", () => {
    const sweep = load("parameters: { activation: [relu, elu, relu], lr: [0.1, 1e-1] }\nseeds: 1");
    expect(sweep.points.map(({ label }) => label)).toEqual(["relu · lr 0.1", "elu · lr 0.1"]);
    expect(sweep.warnings.join()).toContain("is the same as relu · lr 0.1 before it and is dropped");
    const listed = load("parameters: { activation: [relu, elu] }\ninclude: [{ activation: elu }]\nseeds: 1");
    expect(listed.points).toHaveLength(2);
    expect(listed.warnings).toEqual(["the configuration elu is the same as elu before it and is dropped"]);
  });
});

test("tags, prototype keys, odd keys and bottomless nesting are refused with their place", () => {
  expect(problemsOf("name: !!js/function 'x'")[0]).toContain("custom tags are not allowed");
  expect(problemsOf("name: !mine x")[0]).toContain("custom tags are not allowed");
  expect(problemsOf("train:\n  __proto__: { lr: 1 }")).toEqual(["s.yaml:2:3: __proto__ cannot be a key"]);
  expect(problemsOf("constructor: 1")).toEqual(["s.yaml:1:1: constructor cannot be a key"]);
  expect(problemsOf("? [a]\n: 1")[0]).toContain("a key must be text");
  expect(problemsOf("a: 1\n---\nb: 2")).toHaveLength(1);
  expect(problemsOf("", "budget.__proto__.x=1")).toContain(
    "budget.__proto__.x=1: budget.__proto__.x cannot be a key",
  );
  expect(problemsOf("[".repeat(20_000))).not.toEqual([]);
  expect(problemsOf(`a: ${"[".repeat(200)}${"]".repeat(200)}`)).toEqual([
    "s.yaml:1:1: the file is nested too deeply",
  ]);
});

test("text of any kind ends in a sweep or in problems, never in another error", async () => {
  const word = fc.constantFrom(
    "train",
    "lr",
    "parameters",
    "activation",
    "relu",
    "values",
    "min",
    "&a",
    "*a",
    "!t",
    "1e-3",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    "-",
    "\n",
    "  ",
    "\t",
    "'",
    '"',
    "|",
    "zip",
    "exclude",
    "when",
    "seeds",
    "__proto__",
    "<<",
    "?",
  );
  await fuzz(
    fc.property(fc.array(word, { maxLength: 30 }), fc.string(), (words, noise) => {
      problemsOf(words.join(" "));
      problemsOf(words.join(""));
      problemsOf(noise);
    }),
    { runs: 60 },
  );
});
