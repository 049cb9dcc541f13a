import { checkTree } from "../formula/check-tree.js";
import { inputNames } from "../formula/input-names.js";
import { FormulaError } from "../formula/language/formula-error.js";
import { ASKED_SCORES } from "../score/scores.js";
import {
  type AllKeys,
  count,
  exactly,
  integer,
  list,
  nullable,
  number,
  object,
  objectOf,
  oneOf,
  optional,
  part,
  positive,
  refined,
  type Shape,
  share,
  size,
  text,
  textOr,
  truth,
  wholeFrom,
} from "../shape/shape.js";
import { ShapeError } from "../shape/shape-error.js";
import { LOSSES, TARGETS } from "../task/tasks.js";
import {
  type ActivationParam,
  type ActivationSpec,
  type CodeActivationSpec,
  type DatasetSpec,
  type FormulaActivationSpec,
  type InitSpec,
  type MeasureSpec,
  type ModelSpec,
  NAMED_INITS,
  OPTIMIZERS,
  type PointSpec,
  SCHEDULES,
  SPLITS_BY_SEED,
  type TrainSpec,
  type TrialSpec,
} from "./spec.js";

/** More inputs of a unit than any network has. */
const MAX_INPUTS = 1000;

const activationParam = objectOf<ActivationParam>({
  name: text,
  value: number,
  trainable: truth,
  per: oneOf("layer", "unit"),
  weight_decay: optional(size),
});

const named = {
  label: text,
  name: text,
  params: list(activationParam),
  at_kink: oneOf("torch", "left", "right", "mean"),
} as const;

const formulaFields = objectOf<FormulaActivationSpec>({
  ...named,
  inputs: wholeFrom(1),
  // Which names it may read follows from the other fields.
  tree: (value) => value as FormulaActivationSpec["tree"],
});

const formulaActivation: Shape<FormulaActivationSpec> = (value) => {
  const { inputs, params, tree } = formulaFields(value);
  if (inputs > MAX_INPUTS) throw new ShapeError(`expected at most ${MAX_INPUTS}, found ${inputs}`, "inputs");
  const variables = inputNames(inputs);
  try {
    checkTree(tree, new Set([...variables, ...params.map(({ name }) => `$${name}`), "noise"]));
  } catch (error) {
    throw error instanceof FormulaError ? new ShapeError(error.message, "tree") : error;
  }
  return value as FormulaActivationSpec;
};

const codeActivation = objectOf<CodeActivationSpec>({ ...named, code: text, inputs: exactly(1) });

/** A formula, or what is known of code. */
export const activationSpecShape: Shape<ActivationSpec> = (value) =>
  typeof value === "object" && value !== null && "code" in value
    ? codeActivation(value)
    : formulaActivation(value);

/** What decides a trial's data. */
export const DATASET_SHAPES = {
  name: text,
  hash: text,
  train: count,
  validation: count,
  test: count,
  normalize: textOr(oneOf("none", "unit", "standardize"), object({ mean: number, std: positive })),
  scale: number,
  shift: number,
  label_noise: share,
  split_by_seed: optional(oneOf(...SPLITS_BY_SEED)),
} as const satisfies AllKeys<DatasetSpec>;

/** What decides a trial's network, but for its activations. */
export const MODEL_SHAPES = {
  hidden: list(wholeFrom(1)),
  init: textOr(
    oneOf(...NAMED_INITS),
    object({ distribution: oneOf("normal", "uniform", "orthogonal"), scale: positive }),
  ) as Shape<InitSpec>,
  bias_init: number,
  normalization: oneOf("none", "batch", "layer"),
  dropout: part,
  input_dropout: part,
  alpha_dropout: part,
} as const satisfies AllKeys<Omit<ModelSpec, "activation">>;

/** What decides how a trial is trained. */
export const TRAIN_SHAPES = {
  epochs: count,
  steps: nullable(count),
  batch_size: wholeFrom(1),
  drop_last: truth,
  shuffle: truth,
  optimizer: oneOf(...OPTIMIZERS),
  lr: size,
  momentum: part,
  beta1: part,
  beta2: part,
  epsilon: positive,
  weight_decay: size,
  max_norm: nullable(positive),
  clip_norm: nullable(positive),
  schedule: oneOf(...SCHEDULES),
  warmup: size,
  loss: oneOf(...LOSSES),
  huber_delta: optional(positive),
  target: oneOf(...TARGETS),
  decay: optional(oneOf("weights")),
} as const satisfies AllKeys<TrainSpec>;

/** What is measured besides the training. */
export const measureShape = objectOf<MeasureSpec>({
  dead_units: truth,
  every: textOr(oneOf("sampled", "epoch", "end"), wholeFrom(1)),
  train: optional(textOr(oneOf("last", "ends", "running"), wholeFrom(1))),
  probe: textOr(exactly("train"), count),
  gradients: optional(truth),
  forensics: optional(truth),
  turnover: optional(truth),
  scores: optional(list(oneOf(...ASKED_SCORES.map(({ name }) => name)))),
  weights: optional(exactly("last")),
});

/** The parts of a point's specification that are neither data, network nor training. */
export const OTHER_SHAPES = {
  engine: integer,
  numerics: oneOf("fma", "strict"),
  study_seed: integer,
  measure: measureShape,
} as const satisfies AllKeys<Omit<PointSpec, "dataset" | "model" | "train">>;

const model: Shape<ModelSpec> = refined(
  objectOf<ModelSpec>({ ...MODEL_SHAPES, activation: list(activationSpecShape) }),
  ({ hidden, activation }) => {
    if (activation.length !== hidden.length)
      throw new ShapeError(
        `${activation.length} activations of ${hidden.length} hidden layers`,
        "activation",
      );
  },
);

/** The four parts of a point's specification. */
export const SPEC_SHAPES = {
  dataset: objectOf<DatasetSpec>(DATASET_SHAPES),
  model,
  train: objectOf<TrainSpec>(TRAIN_SHAPES),
  measure: measureShape,
} as const;

/** A point's specification, whole, as this engine trains it. */
export const pointSpecShape: Shape<PointSpec> = objectOf<PointSpec>({ ...OTHER_SHAPES, ...SPEC_SHAPES });

const withSeed = object({ seed: integer });

/** A trial's specification. */
export const trialSpecShape: Shape<TrialSpec> = (value) => {
  pointSpecShape(value);
  withSeed(value);
  return value as TrialSpec;
};
