// The quickstart's network as a whole spec: 784-128-64-10, relu, He, SGD. Benchmarks vary what they ask about.
import { activationSpec, ENGINE, findActivation } from "../packages/core/dist/index.js";

/** A spec on `mnist`; `steps` updates of batch 64, no evaluation sets beyond what is named. */
export function mnistSpec(mnist, { numerics, seed = 0, steps = null, epochs = 1, train = 20_000 }) {
  const relu = activationSpec(findActivation("relu"));
  return {
    engine: ENGINE,
    numerics,
    study_seed: 0,
    seed,
    dataset: {
      name: mnist.name,
      hash: mnist.hash,
      train,
      validation: 0,
      test: 64,
      normalize: "unit",
      scale: 1,
      shift: 0,
      label_noise: 0,
    },
    model: {
      hidden: [128, 64],
      activation: [relu, relu],
      init: "he_normal",
      bias_init: 0,
      normalization: "none",
      dropout: 0,
      input_dropout: 0,
      alpha_dropout: 0,
    },
    train: {
      epochs,
      steps,
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
    measure: { dead_units: true, every: "epoch", probe: "train" },
  };
}
