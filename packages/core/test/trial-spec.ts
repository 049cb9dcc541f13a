import {
  type ActivationSpec,
  ENGINE,
  type Numerics,
  type TrainSpec,
  type TrialSpec,
} from "../src/trial/spec.js";

export interface SpecOptions {
  readonly hidden: readonly number[];
  /** One for all hidden layers, or one per layer. */
  readonly activation: ActivationSpec | readonly ActivationSpec[];
  readonly numerics: Numerics;
  readonly seed?: number;
  readonly dataset?: Partial<TrialSpec["dataset"]>;
  readonly model?: Partial<TrialSpec["model"]>;
  readonly train?: Partial<TrainSpec>;
  readonly measure?: Partial<TrialSpec["measure"]>;
}

/** A spec with the sweep file's defaults written out. */
export function trialSpec(options: SpecOptions): TrialSpec {
  return {
    engine: ENGINE,
    numerics: options.numerics,
    study_seed: 0,
    seed: options.seed ?? 0,
    dataset: {
      name: "test",
      hash: "0",
      train: 64,
      validation: 0,
      test: 0,
      normalize: "unit",
      scale: 1,
      shift: 0,
      label_noise: 0,
      ...options.dataset,
    },
    model: {
      hidden: options.hidden,
      activation: layersOf(options.hidden, options.activation),
      init: "he_normal",
      bias_init: 0,
      normalization: "none",
      dropout: 0,
      input_dropout: 0,
      alpha_dropout: 0,
      ...options.model,
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
      ...options.train,
    },
    measure: { dead_units: true, every: "epoch", probe: "train", ...options.measure },
  };
}

function layersOf(
  hidden: readonly number[],
  activation: SpecOptions["activation"],
): readonly ActivationSpec[] {
  return "label" in activation ? hidden.map(() => activation) : activation;
}
