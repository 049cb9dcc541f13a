import { type Dataset, ENGINE, SPEC_DEFAULTS, type TrialSpec } from "@actbench/core/internal";

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

/** A whole spec that asks the fixture worker for one of its behaviors. */
export function specOf(behavior: string, seed = 0): TrialSpec {
  return {
    engine: ENGINE,
    numerics: "strict",
    study_seed: 0,
    seed,
    dataset: {
      name: behavior,
      hash: "latch",
      train: 1,
      validation: 0,
      test: 0,
      ...SPEC_DEFAULTS.dataset,
      normalize: "none",
    },
    model: {
      ...SPEC_DEFAULTS.model,
      hidden: [],
      activation: [],
    },
    train: {
      ...SPEC_DEFAULTS.train,
      epochs: 1,
      lr: 0.1,
    },
    measure: { ...SPEC_DEFAULTS.measure, dead_units: false },
  };
}
