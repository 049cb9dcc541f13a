import type { Dataset, TrialSpec } from "@actbench/core";

/** Shared memory in a dataset's clothes: the way to a fixture worker. `Int32Array(features)` is the latch. */
export function latchDataset(): Dataset {
  return {
    name: "latch",
    hash: "latch",
    kind: "f32",
    inputs: 4,
    classes: 2,
    density: 1,
    stride: 16,
    trainRows: 1,
    testRows: 0,
    features: new SharedArrayBuffer(16),
    labels: new SharedArrayBuffer(2),
  };
}

/** A whole spec that asks the fixture worker for one of its behaviours. */
export function specOf(behaviour: string, seed = 0): TrialSpec {
  return {
    engine: 1,
    numerics: "strict",
    study_seed: 0,
    seed,
    dataset: {
      name: behaviour,
      hash: "latch",
      train: 1,
      validation: 0,
      test: 0,
      normalize: "none",
      scale: 1,
      shift: 0,
      label_noise: 0,
    },
    model: {
      hidden: [],
      activation: [],
      init: "he_normal",
      bias_init: 0,
      normalization: "none",
      dropout: 0,
      input_dropout: 0,
      alpha_dropout: 0,
    },
    train: {
      epochs: 1,
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
    measure: { dead_units: false, every: "epoch", probe: "train" },
  };
}
