import {
  type ActivationSpec,
  ENGINE,
  type Numerics,
  type TrainSpec,
  type TrialSpec,
} from "../src/contract/spec.js";
import { SPEC_DEFAULTS } from "../src/contract/spec-defaults.js";

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
      ...SPEC_DEFAULTS.dataset,
      ...options.dataset,
    },
    model: {
      ...SPEC_DEFAULTS.model,
      hidden: options.hidden,
      activation: layersOf(options.hidden, options.activation),
      ...options.model,
    },
    train: {
      ...SPEC_DEFAULTS.train,
      epochs: 1,
      lr: 0.1,
      ...options.train,
    },
    measure: { ...SPEC_DEFAULTS.measure, ...options.measure },
  };
}

function layersOf(
  hidden: readonly number[],
  activation: SpecOptions["activation"],
): readonly ActivationSpec[] {
  return "label" in activation ? hidden.map(() => activation) : activation;
}
