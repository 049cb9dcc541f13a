import { catalog } from "@actbench/core/internal";
import { Ajv2020 } from "ajv/dist/2020.js";
import { type Catalogs, ConfigError, formatProblem, loadSweep, sweepJsonSchema } from "../src/index.js";
import { type Data, mutationsOf } from "./config-mutations.js";
import { CATALOGS, MOONS } from "./load.js";

/** Whether a configuration fits the JSON Schema. */
export const fits = new Ajv2020({ strict: false }).compile(
  sweepJsonSchema({ activations: catalog, datasetNames: ["mnist", "two_moons"] }),
);
const catalogs: Catalogs = { ...CATALOGS, datasets: [...CATALOGS.datasets, { ...MOONS, name: "table" }] };

/** What validation refuses and no JSON Schema can, each with the reason, by the problem's text. */
export const BEYOND_SCHEMAS: Readonly<Record<string, RegExp>> = {
  "names are open: files and plugins bring activations, sweep files data of their own":
    /there is no (activation|dataset) /,
  "sizes of data and of a plan": /(training|test) rows|trials; at most/,
  "an activation per layer, and the number of layers": /names \d+ layers/,
  "a baseline and claims name values that points have": /not on the axis/,
  "formulas and conditions are languages of their own":
    /at character \d|the formula ends|there is no setting |the constraint .* names /,
  "two numbers must fit each other":
    /is above max|is outside its range|needs low < high|with its defaults it needs/,
  "two lists must fit each other":
    /of a zip must have the same number of values|need the same number of probabilities/,
  "what may stand once stands under two names or in two places": /was given before|occurs twice/,
  "what a distribution draws":
    /^s\.yaml:\d+:\d+: parameters\.[\w.]+: (must be|expected a|every value of this range)/,
  "what a grid takes of a distribution depends on the method": /needs a count/,
  "rungs depend on the epochs of all points": /no rung lies before/,
};

const base = { dataset: { name: "two_moons" }, seeds: 1 };
/** Sweep files that hold every key and every setting, in each form. */
export const BASES: readonly Data[] = [
  {
    version: 1,
    name: "all",
    method: "grid",
    dataset: {
      name: "two_moons",
      train: 400,
      validation: 100,
      test: 100,
      normalize: { mean: 0.5, std: 2 },
      scale: 2,
      shift: -1,
      label_noise: 0.25,
    },
    model: {
      hidden: [8, 4],
      activation: ["relu", { name: "leaky_relu", alpha: 0.2 }],
      init: { distribution: "normal", scale: 2 },
      bias_init: 0.1,
      normalization: "batch",
      dropout: 0.5,
      input_dropout: 0.25,
      alpha_dropout: 0,
    },
    train: {
      epochs: 4,
      batch_size: 32,
      drop_last: false,
      shuffle: true,
      optimizer: "momentum",
      lr: 0.1,
      momentum: 0.9,
      beta1: 0.9,
      beta2: 0.99,
      epsilon: 0.001,
      weight_decay: 0.01,
      decay: "weights",
      max_norm: 3,
      clip_norm: 2,
      schedule: "cosine",
      warmup: 2,
      loss: "cross_entropy",
      target: "label",
      huber_delta: 0.5,
    },
    numerics: "strict",
    seeds: [0, 1],
    study_seed: 3,
    workers: 2,
  },
  {
    ...base,
    method: "grid",
    metric: { name: "val_acc", goal: "maximize" },
    parameters: {
      activation: [
        "relu",
        { name: "leaky_relu", alpha: [0.1, 0.2] },
        { name: "prelu", trainable: ["alpha"], per: "unit", weight_decay: 0.1, label: "p" },
        ["relu", "bump"],
      ],
      learning_rate: { values: [0.1, 0.2], when: 'model.hidden == "8-4"' },
      "model.hidden": [[8, 4]],
      "train.epochs": { value: 2 },
      init: { value: { distribution: "uniform", scale: 1 } },
    },
    activations: {
      bump: {
        formula: "max(x, 0) + a * x",
        params: { a: { default: 0.5, min: 0, max: 2, trainable: true, per: "layer", weight_decay: 0 } },
        constraints: ["a > 0"],
        at_kink: "left",
        summary: "s",
        cite: "c",
      },
    },
    zip: [{ dropout: [0, 0.5], "train.optimizer": ["sgd", "adam"] }],
    exclude: [{ activation: "relu", lr: 0.2 }],
    include: [{ activation: "gelu", lr: 0.3 }],
    constraints: ["lr < 1"],
    baseline: { activation: "relu", lr: 0.1 },
    claims: [
      {
        id: "a",
        compare: { activation: ["relu", "p"] },
        metric: "test_accuracy",
        at: "best",
        expect: "better",
        margin: "0.5pp",
      },
      { id: "b", where: { activation: "relu" }, metric: "dead_rate", expect: "< 0.5" },
    ],
    budget: { time: "30m", trial_timeout: "90s", memory: "2GiB", max_failures: 3, retries: 2 },
    measure: {
      dead_units: { every: "epoch", probe: 100 },
      speed: true,
      gradients: true,
      forensics: true,
      turnover: true,
      weights: "last",
    },
    stats: { confidence: 0.9, correction: "bh", equivalent_within: 0.01, looks: 2, target_accuracy: 0.9 },
    plugins: [],
    run_cap: 100,
    program: "train.py",
  },
  {
    ...base,
    method: "random",
    run_cap: 3,
    metric: "validation_loss",
    seeds: { count: 1, confirm: 2, split: true },
    workers: "50%",
    parameters: {
      lr: { distribution: "log_uniform_values", min: 0.01, max: 1 },
      momentum: { min: 0.1, max: 0.9 },
      batch_size: { distribution: "q_log_uniform_values", min: 16, max: 64, q: 16 },
      weight_decay: { distribution: "log_uniform", min: -9.5, max: -2.5 },
      bias_init: { distribution: "normal", mu: 0, sigma: 0.1 },
      label_noise: { distribution: "beta", a: 2, b: 5 },
      epochs: { distribution: "int_uniform", min: 2, max: 5 },
      dropout: { distribution: "uniform", min: 0, max: 0.5, count: 3 },
      optimizer: {
        distribution: "categorical_w_probabilities",
        values: ["momentum", "nesterov"],
        probabilities: [0.5, 0.5],
      },
      schedule: { distribution: "constant", value: "step" },
    },
  },
  {
    ...base,
    method: "halving",
    train: { epochs: 9 },
    early_terminate: { type: "hyperband", min_iter: 1, eta: 3, strict: false },
    parameters: { lr: [0.1, 0.2, 0.3], optimizer: { parameters: { name: { values: ["adam", "adamw"] } } } },
    measure: { dead_units: true },
  },
  {
    ...base,
    train: { epochs: 9 },
    early_terminate: { type: "halving", max_iter: 9, s: 1, eta: 3 },
    constraints: "lr < 1",
  },
  {
    dataset: {
      csv: "table.csv",
      target: "class",
      task: "classification",
      inputs: ["a", 2],
      ignore: ["b"],
      header: true,
      delimiter: ";",
      holdout: 0.2,
      holdout_seed: 1,
      rescale: "range",
      decimal: ",",
      encoding: "utf-8",
    },
    seeds: 1,
  },
  { dataset: { npy: ["a.npy", "b.npy"], name: "table" }, seeds: 1 },
  {
    dataset: "two_moons",
    model: { activation: { name: "hardtanh", low: -2 } },
    train: { steps: 3 },
    seeds: 1,
  },
];

/** A mutated configuration of which schema and validation think otherwise. */
export interface Disagreement {
  readonly what: string;
  /** The first problem of validation; absent: it finds none, and the schema refuses. */
  readonly problem?: string;
}

/** Schema and validation on every `step`-th mutation of the bases. */
export function compareVerdicts(step: number): {
  readonly total: number;
  readonly disagreements: readonly Disagreement[];
} {
  const mutations = BASES.flatMap((data) => mutationsOf(data)).filter((_, i) => i % step === 0);
  const disagreements = mutations.flatMap(({ what, data }): readonly Disagreement[] => {
    const [problem] = problemsOf(data);
    if (fits(data) === (problem === undefined)) return [];
    return [problem === undefined ? { what } : { what, problem }];
  });
  return { total: mutations.length, disagreements };
}

/** Both verdicts on a configuration, which should be the same. */
export function verdicts(data: Data): { readonly schema: boolean; readonly problems: readonly string[] } {
  return { schema: fits(data), problems: problemsOf(data) };
}

function problemsOf(data: Data): readonly string[] {
  try {
    loadSweep({ text: JSON.stringify(data), file: "s.yaml", catalogs });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(formatProblem);
    throw error;
  }
}
