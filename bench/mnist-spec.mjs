// The quickstart's network as a whole spec: 784-128-64-10, relu, He, SGD. Benchmarks vary what they ask
// about.
import { activationSpec, ENGINE, findActivation, SPEC_DEFAULTS } from "../packages/core/dist/internal.js";

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
      ...SPEC_DEFAULTS.dataset,
    },
    model: {
      ...SPEC_DEFAULTS.model,
      hidden: [128, 64],
      activation: [relu, relu],
    },
    train: {
      ...SPEC_DEFAULTS.train,
      epochs,
      steps,
      lr: 0.1,
    },
    measure: SPEC_DEFAULTS.measure,
  };
}
