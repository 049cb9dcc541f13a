import {
  activationSpec,
  type Dataset,
  defineActivation,
  ENGINE,
  type Numerics,
  randomStream,
  SPEC_DEFAULTS,
  sha256Hex,
  type TrialSpec,
} from "../internal.js";

const INPUTS = 16;
const ROWS = { train: 256, test: 64 };

/** Small data that can be learned: bytes, whose class is the largest of the first four. */
export function contractData(): Dataset {
  const rows = ROWS.train + ROWS.test;
  const stream = randomStream(1, "executor contract");
  const features = Uint8Array.from({ length: rows * INPUTS }, () => stream.below(256));
  const labels = Uint16Array.from({ length: rows }, (_, row) => {
    const first = [...features.subarray(row * INPUTS, row * INPUTS + 4)];
    return first.indexOf(Math.max(...first));
  });
  return {
    name: "executor contract",
    hash: sha256Hex(features),
    kind: "u8",
    inputs: INPUTS,
    classes: 4,
    density: 1,
    stride: INPUTS,
    trainRows: ROWS.train,
    testRows: ROWS.test,
    features: features.buffer,
    labels: labels.buffer,
  };
}

/** A trial of some milliseconds: 4 epochs of 13 updates. */
export function contractSpec(
  { name, hash }: Dataset,
  seed = 0,
  train: Partial<TrialSpec["train"]> = {},
  numerics: Numerics = "strict",
): TrialSpec {
  const relu = activationSpec(defineActivation({ name: "relu", formula: "max(x, 0)" }));
  return {
    engine: ENGINE,
    numerics,
    study_seed: 0,
    seed,
    dataset: {
      name,
      hash,
      train: 200,
      validation: 50,
      test: ROWS.test,
      ...SPEC_DEFAULTS.dataset,
      normalize: "unit",
    },
    model: { ...SPEC_DEFAULTS.model, hidden: [8, 6], activation: [relu, relu] },
    train: { ...SPEC_DEFAULTS.train, epochs: 4, batch_size: 16, lr: 0.1, ...train },
    measure: SPEC_DEFAULTS.measure,
  };
}

/** Epochs that nobody waits for: minutes, where nothing ends them. */
export const ENDLESS = { epochs: 1_000_000 } as const;
