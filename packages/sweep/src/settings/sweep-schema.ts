import { ASKED_SCORES } from "@actbench/core/internal";
import { z } from "zod";
import { plainText } from "./kinds.js";
import { METRIC_NAMES, metricSpellings } from "./metrics.js";
import { bytes, duration, fraction } from "./quantities.js";

const METHODS = ["grid", "random", "sobol", "halving"] as const;
const GOALS = ["maximize", "minimize"] as const;
const SCORE_NAMES = ASKED_SCORES.map(({ name }) => name);
const positiveInt = z.int().min(1);
// What `meta` adds stands in the JSON Schema alone: its readers have no words for it, those of a sweep file
// better ones.
const metricText = z.string().meta({ title: "metric", enum: metricSpellings() });
const settingValues = z.record(z.string(), z.unknown(), "expected a mapping of settings to values");
const anything = z.unknown();

const seeds = z.union(
  [
    positiveInt.max(100_000),
    z
      .array(z.int().min(0), "expected a number of seeds or a list of them")
      .min(1)
      .max(100_000)
      .meta({ uniqueItems: true }),
    z.strictObject({
      count: positiveInt.max(100_000),
      confirm: z.int().min(0).max(100_000).optional(),
      split: z
        .boolean()
        .describe(
          "Each seed draws its own validation set, and its own test set if that was held out: intervals then cover the split too.",
        )
        .optional(),
    }),
  ],
  "expected a number of seeds, a list of them, or { count, confirm, split }",
);

const deadUnits = z.union(
  [
    z.boolean(),
    z.strictObject({
      every: z
        .union(
          [z.enum(["sampled", "epoch", "end"]), positiveInt],
          "expected sampled, epoch, end or a number of steps",
        )
        .optional(),
      probe: z.union([z.literal("train"), positiveInt], "expected train or a number of examples").optional(),
    }),
  ],
  "expected true, false or { every, probe }",
);

const WORKERS = "expected auto, a number from 1 to 1024, or a percentage from 1% to 100%";
const workers = z.union(
  [
    z.literal("auto"),
    positiveInt.max(1024),
    z
      .string()
      .regex(/^([1-9]\d?(\.\d+)?|100(\.0+)?)%$/, WORKERS)
      .meta({ title: "share such as 50%" }),
  ],
  WORKERS,
);

/** What is expected of two values of an axis, or of some points. */
export const claimSchema = z
  .strictObject({
    id: plainText.max(100),
    compare: z.record(z.string(), z.tuple([anything, anything])).optional(),
    where: settingValues.optional(),
    metric: metricText,
    at: z.enum(["best", "equal"]).optional(),
    expect: z
      .string()
      .regex(
        /^(better|worse|not_worse|equivalent|lower|higher|\s*[<>]=?\s*[-+.\deE]+\s*)$/,
        "expected better, worse, not_worse, equivalent, lower, higher or a bound such as '< 0.01'",
      ),
    margin: fraction.optional(),
  })
  .meta({
    oneOf: [{ required: ["compare"] }, { required: ["where"] }],
    if: { required: ["where"] },
    // biome-ignore lint/suspicious/noThenProperty: a key of JSON Schema
    then: { properties: { expect: { pattern: "[<>]" } } },
  });

/** A custom formula. */
export const formulaSchema = z.strictObject({
  formula: z
    .string()
    .min(1)
    .max(10_000)
    .describe("An expression over x and the parameters, such as max(x, 0) + a * x."),
  params: z
    .record(
      z.string(),
      z.strictObject({
        default: z.number(),
        min: z.number().optional(),
        max: z.number().optional(),
        trainable: z.boolean().optional(),
        per: z.enum(["layer", "unit"]).optional(),
        weight_decay: z
          .number()
          .min(0)
          .describe("Weight decay of the parameter while it is trained; default: train.weight_decay.")
          .optional(),
      }),
    )
    .optional(),
  inputs: z
    .int()
    .min(1)
    .max(16)
    .describe("Number of pre-activations per unit, x1 … xk; default 1: x.")
    .optional(),
  at_kink: z.enum(["torch", "left", "right", "mean"]).optional(),
  constraints: z
    .array(z.string().meta({ minLength: 1 }))
    .describe("Conditions that values of the parameters must meet, such as low < high.")
    .optional(),
  summary: z.string().max(500).optional(),
  cite: z.string().max(500).optional(),
});

const earlyTerminate = z
  .strictObject({
    type: z
      .enum(["halving", "hyperband"])
      .describe(
        "With method: halving, hyperband divides the configurations into brackets; otherwise both are the same.",
      )
      .optional(),
    min_iter: positiveInt
      .describe("Epochs before the first rung; each further rung comes after eta times as many.")
      .optional(),
    max_iter: positiveInt
      .describe("Instead of min_iter: rungs after max_iter / eta, max_iter / eta², … epochs.")
      .optional(),
    s: positiveInt.max(20).describe("Number of rungs with max_iter.").optional(),
    eta: z
      .number()
      .min(2)
      .max(100)
      .describe("At each rung, one in eta configurations continues; default 3.")
      .optional(),
    within: z
      .union([z.string().min(1), z.array(z.string().min(1)).min(1)], {
        error: "expected the name of an axis, or a list of them",
      })
      .describe("Axes within whose values configurations compete: activation, or [activation, dataset.name].")
      .optional(),
    strict: z.boolean().optional(),
  })
  .meta({ not: { required: ["min_iter", "max_iter"] } });

/** Keys that hold lists, with what an item is. */
export const LIST_ITEMS = {
  zip: settingValues,
  exclude: settingValues,
  include: settingValues,
  constraints: z.string("expected a condition such as 'train.lr < 0.5'").meta({ minLength: 1 }),
} as const;

/**
 * Every key of a sweep file but those of the points' settings (`dataset`, `model`, `train`, `numerics`,
 * `parameters`).
 */
export const STUDY_SCHEMA = {
  version: z.literal(1).describe("The format of this file."),
  name: plainText.max(80).describe("Name of the run's folder; default: the name of the file."),
  method: z.enum(METHODS).describe("How configurations are chosen."),
  metric: z
    .union(
      [
        metricText,
        z.strictObject({
          name: metricText,
          goal: z.enum(GOALS).optional(),
          force: z
            .boolean()
            .describe("Allows a goal opposite to the metric's direction: the worst comes first.")
            .optional(),
          target: z.number().optional(),
        }),
      ],
      "expected a metric's name or { name, goal }",
    )
    .describe(`What configurations are ranked by: ${METRIC_NAMES.join(", ")}.`),
  activations: z
    .record(z.string(), formulaSchema, "expected a mapping of names to formulas")
    .describe("Custom activations, as formulas."),
  zip: z
    .array(LIST_ITEMS.zip, "expected a list of groups")
    .describe("Groups of settings that vary together."),
  exclude: z
    .array(LIST_ITEMS.exclude, "expected a list of configurations")
    .describe("Configurations to leave out, by some of their settings."),
  include: z
    .array(LIST_ITEMS.include, "expected a list of configurations")
    .describe("Additional configurations."),
  constraints: z
    .union(
      [
        z.array(LIST_ITEMS.constraints),
        z
          .string()
          .meta({ minLength: 1 })
          .transform((text) => [text]),
      ],
      "expected a list of conditions",
    )
    .describe("Conditions that every configuration of the grid must meet."),
  seeds: seeds.describe(
    "Seeds of every configuration: a number n means 0 … n - 1. With confirm, the best configuration of each activation runs on that many new seeds as well. With split, each seed draws its own validation set, and its own test set if that was held out.",
  ),
  study_seed: z.int().min(0).describe("Decides subset, split and label noise; the same for all seeds."),
  baseline: settingValues.describe(
    "The baseline that effects are reported against, such as activation: relu.",
  ),
  budget: z
    .strictObject({
      time: duration.optional(),
      trial_timeout: duration.optional(),
      memory: bytes.optional(),
      max_failures: positiveInt.optional(),
      retries: z.int().min(0).max(100).optional(),
    })
    .describe("Limits: total time, time per trial, memory, failures, retries."),
  workers: workers.describe("Number of trials that run at the same time."),
  measure: z
    .strictObject({
      train: z
        .union(
          [z.enum(["last", "ends", "epoch", "running"]), positiveInt],
          "expected last, ends, epoch, running or a number of examples",
        )
        .optional(),
      dead_units: deadUnits.optional(),
      speed: z.boolean().optional(),
      gradients: z.boolean().optional(),
      forensics: z.boolean().optional(),
      turnover: z
        .boolean()
        .describe("Whether to count the units that died and that came back during training.")
        .optional(),
      weights: z
        .enum(["last"], "expected last")
        .describe(
          "last: keep the weights of each completed trial in the run's folder; plan shows their size.",
        )
        .optional(),
      scores: z
        .array(z.enum(SCORE_NAMES, `expected scores: ${SCORE_NAMES.join(", ")}`), "expected a list of scores")
        .describe(ASKED_SCORES.map(({ name, doc }) => `${name}: ${doc}.`).join(" "))
        .optional(),
    })
    .describe(
      `Additional measurements, such as the scores ${SCORE_NAMES.join(" and ")}, and when the whole training set is evaluated.`,
    ),
  stats: z
    .strictObject({
      confidence: z.number().gt(0.5).lt(1).optional(),
      correction: z.enum(["holm", "bh", "none"]).optional(),
      equivalent_within: fraction.optional(),
      looks: z.int("expected the number of looks at the verdicts").min(1).max(20).optional(),
      target_accuracy: z.number("expected an accuracy such as 0.95").gt(0).max(1).optional(),
    })
    .describe(
      "Statistics: confidence level, correction for multiple comparisons, equivalence margin, number of interim analyses (looks), and the accuracy whose time to reach is reported.",
    ),
  claims: z
    .array(claimSchema, "expected a list of claims")
    .describe("Pre-registered expectations, decided by actbench check."),
  plugins: z.array(z.string()).describe("Activation plugins: files or packages."),
  early_terminate: earlyTerminate.describe("Early stopping of poor configurations, at rungs, by the metric."),
  run_cap: positiveInt.describe(
    "Number of configurations that random, sobol and halving draw; for a grid, run only the first ones.",
  ),
} as const;

/** Keys of other tools' sweep files that have no meaning here. */
export const IGNORED_KEYS = [
  "program",
  "command",
  "project",
  "entity",
  "description",
  "controller",
  "job",
  "image_uri",
] as const;

/** Keys under which the settings of points are written. */
export const SETTING_KEYS = ["dataset", "model", "train", "numerics", "parameters"] as const;
