import {
  BINARY,
  type Expr,
  type Json,
  LOSSES,
  NAMED_INITS,
  OPTIMIZERS,
  OUTPUT_SCORES,
  SCHEDULES,
  type StudyRecord,
  TARGETS,
  TERNARY,
  UNARY,
} from "@actbench/core/internal";
import { ReportDataError } from "./report-data-error.js";
import {
  count,
  dictionary,
  either,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text,
  truth,
  tuple,
} from "./shape.js";

const DEEPEST = 200;

/** Any JSON value, to a depth that recursion survives. */
function json(value: unknown, depth = 0): Json {
  if (depth > DEEPEST) throw new ReportDataError(`nested deeper than ${DEEPEST}`);
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return number(value);
  if (Array.isArray(value)) return value.map((item) => json(item, depth + 1));
  return dictionary((item) => json(item, depth + 1))(value);
}

const OPERANDS = new Map<number, ReadonlySet<unknown>>([
  [1, new Set(UNARY)],
  [2, new Set(BINARY)],
  [3, new Set(TERNARY)],
]);

/** A formula's tree: numbers, names, and lists of a known operator and its operands. */
function tree(value: unknown, depth = 0): Expr {
  if (depth > DEEPEST) throw new ReportDataError(`a formula nested deeper than ${DEEPEST}`);
  if (typeof value === "number") return number(value);
  if (!Array.isArray(value)) return text(value);
  const [op, ...operands] = value as unknown[];
  if (!OPERANDS.get(operands.length)?.has(op))
    throw new ReportDataError(`no operator of ${operands.length} operands is called ${JSON.stringify(op)}`);
  return [op, ...operands.map((operand) => tree(operand, depth + 1))] as unknown as Expr;
}

/** Any JSON value. */
export const anyJson = (value: unknown): Json => json(value);

const activationParam = object({
  name: text,
  value: number,
  trainable: truth,
  per: oneOf("layer", "unit"),
  weight_decay: optional(number),
});

const namedActivation = {
  label: text,
  name: text,
  params: list(activationParam),
  at_kink: oneOf("torch", "left", "right", "mean"),
};

const formulaActivation = object({
  ...namedActivation,
  tree: (value: unknown): Expr => tree(value),
  inputs: count,
});

const codeActivation = object({
  ...namedActivation,
  code: text,
  inputs: (value): 1 => {
    if (value === 1) return 1;
    throw new ReportDataError("code has one input");
  },
});

/** A formula, or what is known of code. */
const activation = (value: unknown) =>
  typeof value === "object" && value !== null && "code" in value
    ? codeActivation(value)
    : formulaActivation(value);

/** The four parts of a point's specification. */
export const specShapes = {
  dataset: object({
    name: text,
    hash: text,
    train: count,
    validation: count,
    test: count,
    normalize: either(oneOf("none", "unit", "standardize"), object({ mean: number, std: number })),
    scale: number,
    shift: number,
    label_noise: number,
  }),
  model: object({
    hidden: list(count),
    activation: list(activation),
    init: either(
      oneOf(...NAMED_INITS),
      object({ distribution: oneOf("normal", "uniform", "orthogonal"), scale: number }),
    ),
    bias_init: number,
    normalization: oneOf("none", "batch", "layer"),
    dropout: number,
    input_dropout: number,
    alpha_dropout: number,
  }),
  train: object({
    epochs: count,
    steps: nullable(count),
    batch_size: count,
    drop_last: truth,
    shuffle: truth,
    optimizer: oneOf(...OPTIMIZERS),
    lr: number,
    momentum: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    weight_decay: number,
    decay: optional(oneOf("weights")),
    max_norm: nullable(number),
    clip_norm: nullable(number),
    schedule: oneOf(...SCHEDULES),
    warmup: number,
    loss: oneOf(...LOSSES),
    target: oneOf(...TARGETS),
  }),
  measure: object({
    dead_units: truth,
    every: either(oneOf("sampled", "epoch", "end"), count),
    probe: either(oneOf("train"), count),
    train: optional(either(oneOf("last", "ends", "running"), count)),
    gradients: optional(truth),
    forensics: optional(truth),
    scores: optional(list(oneOf(...OUTPUT_SCORES.map(({ name }) => name)))),
  }),
} as const;

/** Settings of a point, by axis. */
export const settingsShape = dictionary(anyJson);

/** A machine's card. */
export const machineShape = object({
  cpu: text,
  cores: count,
  memory_bytes: number,
  os: text,
  arch: text,
  node: text,
  v8: text,
  fma: truth,
});

/** A study without its points and its plan, which a page holds in a shorter form. */
export const studyShape: (value: unknown) => Omit<StudyRecord, "points" | "plan"> = object({
  format: (value: unknown): 1 => {
    if (value !== 1)
      throw new ReportDataError(`this version reads format 1, the page has ${JSON.stringify(value)}`);
    return 1;
  },
  name: text,
  hash: text,
  revision: count,
  created: text,
  version: text,
  study_seed: number,
  method: text,
  metric: object({ name: text, goal: oneOf("maximize", "minimize") }),
  axes: list(object({ name: text, values: list(anyJson) })),
  seeds: list(number),
  confirm: optional(object({ seeds: list(number), points: list(count) })),
  baseline: optional(dictionary(anyJson)),
  stats: object({
    confidence: (value: unknown): number => {
      const share = number(value);
      if (share <= 0 || share >= 1) throw new ReportDataError("expected a confidence between 0 and 1");
      return share;
    },
    correction: oneOf("holm", "bh", "none"),
    equivalent_within: optional(number),
    looks: optional(count),
    target_accuracy: optional(number),
  }),
  claims: list(
    object({
      id: text,
      compare: optional(dictionary(tuple(anyJson, anyJson))),
      where: optional(dictionary(anyJson)),
      metric: text,
      at: oneOf("best", "equal"),
      expect: text,
      margin: optional(number),
    }),
  ),
  activations: list(activation),
  data: list(
    object({
      name: text,
      hash: text,
      description: text,
      source: text,
      license: text,
      inputs: count,
      classes: count,
      train_rows: count,
      validation_rows: optional(count),
      test_rows: count,
      class_counts: list(count),
      density: number,
      image: optional(tuple(count, count)),
      samples: optional(list(object({ label: count, bytes: text }))),
    }),
  ),
  machine: machineShape,
  workers: count,
  config: text,
});
