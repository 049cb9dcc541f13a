import type { DatasetSpec, MeasureSpec, ModelSpec, TrainSpec } from "./spec.js";

/** What holds where a sweep file says nothing, of all that does not follow from the data or the machine. */
export const SPEC_DEFAULTS = {
  dataset: { normalize: "unit", scale: 1, shift: 0, label_noise: 0 },
  model: {
    hidden: [128, 64],
    init: "he_normal",
    bias_init: 0,
    normalization: "none",
    dropout: 0,
    input_dropout: 0,
    alpha_dropout: 0,
  },
  train: {
    epochs: 5,
    steps: null,
    batch_size: 64,
    drop_last: false,
    shuffle: true,
    optimizer: "sgd",
    lr: 0.1,
    momentum: 0,
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-8,
    weight_decay: 0,
    max_norm: null,
    clip_norm: null,
    schedule: "constant",
    warmup: 0,
    loss: "cross_entropy",
    target: "label",
  },
  measure: { dead_units: true, every: "sampled", probe: "train", train: "last" },
} as const satisfies {
  readonly dataset: Omit<DatasetSpec, "name" | "hash" | "train" | "validation" | "test">;
  readonly model: Omit<ModelSpec, "activation">;
  readonly train: TrainSpec;
  readonly measure: MeasureSpec;
};
