import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { BASES, BEYOND_SCHEMAS, compareVerdicts, fits, verdicts } from "../../test/schema-verdicts.js";
import { DATA_SOURCE_SHAPE } from "./data-source-schema.js";
import { SETTINGS } from "./settings.js";
import { STUDY_SCHEMA } from "./sweep-schema.js";

// `schema-agrees.slow.test.ts` compares all of them.
const STEP = 19;

it("configurations that hold every key and every setting are valid to both", () => {
  for (const data of BASES) expect(verdicts(data)).toEqual({ schema: true, problems: [] });
  const text = JSON.stringify(BASES);
  const keys = [...Object.keys(STUDY_SCHEMA), ...Object.keys(DATA_SOURCE_SHAPE)];
  const settings = SETTINGS.map(({ name }) => name.slice(name.lastIndexOf(".") + 1));
  // Of the ways to name data, one per file: npz, idx and png stand for themselves, and targets for target.
  for (const key of [...keys, ...settings].filter((name) => !["npz", "idx", "png", "targets"].includes(name)))
    expect(text).toContain(`"${key}":`);
});

it("every sweep file of the repository fits the schema, those after W&B too", () => {
  const folders = ["../../../../configs/", "../../test/fixtures/wandb/"].map(
    (path) => new URL(path, import.meta.url),
  );
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".yaml"))
      .map((file) => new URL(file, folder)),
  );
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const data = parse(readFileSync(file, "utf8"));
    // bayes is refused by both.
    const schema = fits(data.method === "bayes" ? { ...data, method: "random" } : data);
    expect({ file: file.pathname, schema }).toEqual({ file: file.pathname, schema: true });
  }
});

it("what the schema refuses validation refuses, and the other way but for what no schema can say", () => {
  const { total, disagreements } = compareVerdicts(STEP);
  expect(total).toBeGreaterThan(190);
  expect(
    disagreements.filter(
      ({ problem }) =>
        problem === undefined || !Object.values(BEYOND_SCHEMAS).some((pattern) => pattern.test(problem)),
    ),
  ).toEqual([]);
});

it.each([
  [
    { parameters: { lr: { distribution: "normal", mu: 0.1, sigma: 0.01, min: 0 } } },
    "lr.min: normal has no min",
  ],
  [{ parameters: { lr: { min: 0.1 } } }, "uniform needs max"],
  [{ parameters: { hidden: [8, 4] } }, "is a list of lists"],
  [{ parameters: { activation: [] } }, "this axis is empty"],
  [{ parameters: { optimizer: { min: 0, max: 1 } } }, "does not take numbers, so it cannot have a range"],
  [{ parameters: { optimizer: { parameters: { lr: [0.1] }, bogus: 1 } } }, "has no effect beside parameters"],
  [{ model: { activation: { name: "relu", alpha: 1 } } }, "relu has no parameter alpha"],
  [{ model: { activation: { name: "elu", alpha: -1 } } }, "alpha must be at least 0"],
  [{ model: { activation: { name: "maxout", pieces: 2.5 } } }, "pieces must be a whole number"],
  [{ model: { activation: { name: "elu", weight_decay: 1 } } }, "no trained parameter that could decay"],
  [{ baseline: { activaton: "relu" } }, "there is no such setting"],
  [{ exclude: [{ lr: "0.1" }] }, "expected a number"],
  [{ zip: [{ lr: 0.1 }] }, "expected a list of values"],
  [{ metric: "accurcy" }, "there is no metric"],
  [{ claims: [{ id: "a", metric: "dead_rate", expect: "lower" }] }, "either compare or where"],
  [{ claims: [{ id: "a", metric: "dead_rate", expect: "lower", where: {} }] }, "needs a bound"],
  [{ seeds: [1, 1] }, "the seed 1 occurs twice"],
  [{ budget: { time: "0s" } }, "must be more than 0"],
  [{ method: "sobol", parameters: { lr: { min: 0.1, max: 0.2 } } }, "needs the number of configurations"],
  [{ early_terminate: { min_iter: 1, max_iter: 9 } }, "define the same thing"],
  [{ activations: { relu: { formula: "x" } } }, "is an activation of the catalog"],
  [{ dataset: { csv: "table.csv", npz: "a.npz" } }, "is exactly one of csv, npy, npz, idx"],
  [{ workers: "150%" }, "a percentage from 1% to 100%"],
])("both refuse %j", (data, said) => {
  const { schema, problems } = verdicts(data);
  expect({ schema, problems: problems.join("\n") }).toEqual({
    schema: false,
    problems: expect.stringContaining(said),
  });
});

it.each([
  [{ dataset: null, model: null, train: null, parameters: null, claims: null, activations: null }],
  [{ parameters: { model: { parameters: { dropout: [0, 0.5], deep: { parameters: { lr: [0.1] } } } } } }],
  [{ parameters: { optimizer: { parameters: { type: { value: "adam" }, lr: { value: 0.1 } } } } }],
  [{ metric: { name: "val_acc" }, parameters: { steps: [null, 3] } }],
])("neither refuses %j", (data) => {
  expect(verdicts(data)).toEqual({ schema: true, problems: [] });
});
